// The current advisory: the newest trusted version, packaged or fetched, with the organization's
// document laid over it. feed/check.ts fetches new ones.
import packagedDocument from '../../data/advisory.json';
import { layOver, parseOverlay, type Overlay } from '../../core/advisory/overlay.ts';
import { parseAdvisoryValue, type ParsedAdvisory } from '../../core/advisory/parse.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import type { Fault } from '../../core/base/result.ts';
import { extraRules } from '../../core/policy/extra-rules.ts';
import { compileRules } from '../../core/detection/engine/rule-index.ts';
import { newestTrusted } from '../../core/update/newest-trusted.ts';
import { currentRoot, type StoredAdvisory } from '../../core/update/stored-feed.ts';
import { isStillTrusted, organizationSigners } from '../../core/update/trust.ts';
import { stringsOf } from '../../platform/worker/strings.ts';
import { organizationFeed, pinnedFeed } from './sources.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read, recordRepair, write } from '../base/store.ts';

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

/**
 * The fetched advisory if it is the newest trusted one. If it no longer parses, drops it in favor
 * of the packaged one.
 */
async function fetchedAdvisory(
  packaged: Advisory,
  reading: Promise<StoredAdvisory | null>,
): Promise<Usable | null> {
  const [pin, stored] = [pinnedFeed(), await reading];
  if (!pin || !stored?.accepted) return null;
  const { version, issued } = packaged;
  const accepted = newestTrusted(
    currentRoot(pin.root, stored),
    { version, issued, digest: null },
    stored.accepted,
  );
  if (!accepted) return null;
  const parsed = parseAdvisoryValue(accepted.document);
  if (parsed.ok) return parsed;
  const [fault] = parsed.error;
  await write(state.advisory, { ...stored, accepted: null });
  await recordRepair(`advisory.${fault?.path ?? ''}`);
  return null;
}

async function organizationOverlay(): Promise<Overlay | null> {
  const [feed, stored] = await Promise.all([organizationFeed(), read(state.overlay)]);
  if (
    !feed ||
    stored?.address !== feed.address ||
    !isStillTrusted(stored.accepted.signedBy, organizationSigners(feed.keys))
  )
    return null;
  const parsed = parseOverlay(stored.accepted.document);
  if (parsed.ok) return parsed.value;
  await write(state.overlay, null);
  await recordRepair(`overlay.${parsed.error[0]?.path ?? ''}`);
  return null;
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
  const { value: ours, dropped } = fetched ?? packaged;
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
