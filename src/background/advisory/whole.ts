// The whole advisory: the newest trusted version, packaged or fetched, with the organization's
// document laid over it.
import { layOver, type Overlay } from '../../core/advisory/overlay.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import type { Fault } from '../../core/base/result.ts';
import { compileRules } from '../../core/detection/engine/rule-index.ts';
import type { Verified } from '../../core/update/accept.ts';
import type { Refusal } from '../../core/update/refusal.ts';
import type { StoredAdvisory } from '../../core/update/stored/documents.ts';
import { openAdvisory, openOverlay } from '../../core/update/stored-feed.ts';
import { cryptography } from '../../platform/crypto.ts';
import { packagedAdvisory } from './packaged.ts';
import { pinnedFeed } from './pin.ts';
import { policyRules } from './policy-rules.ts';
import { organizationFeed } from './sources.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read, recordRepair, update, write } from '../base/store.ts';

export interface CurrentAdvisory {
  /** With the organization's document laid over it. */
  readonly advisory: Advisory;
  readonly overlay: Overlay | null;
  readonly origin: 'packaged' | 'fetched' | 'organization';
  /** Entries of the document that use values this version doesn't know. */
  readonly dropped: readonly Fault[];
  readonly rules: ReturnType<typeof compileRules>;
}

/** Removes a stored document that can't be used, and says so on the options page. */
async function drop(item: 'advisory' | 'overlay', refusal: Refusal): Promise<null> {
  const dropped =
    item === 'overlay'
      ? write(state.overlay, null)
      : update(state.advisory, (stored) => stored && { ...stored, accepted: null });
  await dropped.catch((cause: unknown) => console.warn('It stays in storage, unused.', cause));
  await recordRepair(`${item}.${'path' in refusal ? refusal.path : refusal.reason}`);
  return null;
}

/** The fetched advisory, if it is newer than the packaged one and signed by trusted keys. */
async function fetchedAdvisory(
  packaged: Advisory,
  reading: Promise<StoredAdvisory | null>,
): Promise<Verified<Advisory> | null> {
  const [pin, stored] = [pinnedFeed(), await reading];
  if (!pin || !stored?.accepted) return null;
  const { accepted, refusal } = await openAdvisory(pin.root, packaged, stored, cryptography);
  return refusal ? drop('advisory', refusal) : accepted;
}

async function organizationOverlay(): Promise<Overlay | null> {
  const [feed, stored] = await Promise.all([organizationFeed(), read(state.overlay)]);
  if (!feed || stored?.address !== feed.address) return null;
  const opened = await openOverlay(stored, feed.keys, cryptography);
  if (opened.ok) return opened.value.content;
  // Other keys count now; they may come back with the policy.
  return opened.error.reason === 'too-few-signatures' ? null : drop('overlay', opened.error);
}

export async function loadWhole(): Promise<CurrentAdvisory> {
  const [storedAdvisory, storedOverlay, order] = [
    read(state.advisory),
    organizationOverlay(),
    policy(),
  ];
  const packaged = await packagedAdvisory();
  const [fetched, overlay, { values }] = await Promise.all([
    fetchedAdvisory(packaged, storedAdvisory),
    storedOverlay,
    order,
  ]);
  const ours = fetched?.content ?? packaged;
  const laidOver = overlay ? layOver(ours, overlay) : ours;
  const detection = {
    ...laidOver.detection,
    rules: [
      ...laidOver.detection.rules,
      ...(await policyRules(values.extraRules ?? [], laidOver.languages)),
    ],
  };
  return {
    advisory: { ...laidOver, detection },
    overlay,
    dropped: fetched?.dropped ?? [],
    origin: overlay ? 'organization' : fetched ? 'fetched' : 'packaged',
    rules: compileRules(detection, laidOver),
  };
}
