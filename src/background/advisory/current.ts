// The current advisory: the newest trusted version, packaged or fetched, with the organization's
// document laid over it. feed/check.ts fetches new ones.
import packagedDocument from '../../data/advisory.json';
import { layOver, type Overlay } from '../../core/advisory/overlay.ts';
import { parseAdvisoryValue, type ParsedAdvisory } from '../../core/advisory/parse.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import type { Fault } from '../../core/base/result.ts';
import { extraRules } from '../../core/policy/extra-rules.ts';
import { compileRules } from '../../core/detection/engine/rule-index.ts';
import type { Verified } from '../../core/update/accept.ts';
import type { Refusal } from '../../core/update/refusal.ts';
import { openAdvisory, openOverlay, type StoredAdvisory } from '../../core/update/stored-feed.ts';
import { cryptography } from '../../platform/crypto.ts';
import { stringsOf } from '../../platform/worker/strings.ts';
import { organizationFeed, pinnedFeed } from './sources.ts';
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

type Usable = Extract<ParsedAdvisory, { ok: true }>;

export function packagedAdvisory(): Usable {
  const parsed = parseAdvisoryValue(packagedDocument);
  // The build refuses an invalid packaged document, so this never reaches people.
  if (!parsed.ok)
    throw new Error(`The packaged advisory is invalid at ${parsed.error[0]?.path ?? 'its root'}.`);
  return parsed;
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

/** The policy's additional rules, with a reason in each of the advisory's languages. */
async function policyRules(
  texts: readonly string[],
  languages: readonly string[],
): Promise<unknown[]> {
  if (texts.length === 0) return [];
  const reasons = await Promise.all(
    languages.map(
      async (language) => [language, (await stringsOf(language))('policyRuleReason')] as const,
    ),
  );
  return extraRules(texts, { en: '', ...Object.fromEntries(reasons) });
}

async function load(): Promise<CurrentAdvisory> {
  // Start these reads first: the packaged document is parsed while the disk answers.
  const [storedAdvisory, storedOverlay, order] = [
    read(state.advisory),
    organizationOverlay(),
    policy(),
  ];
  const packaged = packagedAdvisory();
  const [fetched, overlay, { values }] = await Promise.all([
    fetchedAdvisory(packaged.value, storedAdvisory),
    storedOverlay,
    order,
  ]);
  const ours = fetched?.content ?? packaged.value;
  const { dropped } = fetched ?? packaged;
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
    dropped,
    origin: overlay ? 'organization' : fetched ? 'fetched' : 'packaged',
    rules: compileRules(detection),
  };
}

// Only a cache: a restarted worker loads it again.
let current: Promise<CurrentAdvisory> | undefined;

export function currentAdvisory(): Promise<CurrentAdvisory> {
  current ??= load().catch((cause: unknown) => {
    current = undefined;
    throw cause;
  });
  return current;
}

/** Call after a change in storage; the next `currentAdvisory` reloads it. */
export function invalidateAdvisory(): void {
  current = undefined;
}
