// Flow (c), what counts: packaged and stored compete, the highest version that is signed by trusted keys wins, and an
// organization's document is laid over it. What brings new ones is feed-check.ts.
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
  // The build refuses a packaged document that fails; this can't be met by a person.
  if (!parsed.ok)
    throw new Error(`The packaged advisory is invalid at ${parsed.error[0]?.path ?? 'its root'}.`);
  return parsed;
}

/** The fetched advisory, where it counts. One that no longer parses is dropped and the packaged one stands in. */
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

/** The additional rules of the administrator's policy, with a reason in each language of the advisory. */
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
  // Asked for first: while the disk answers, the package is parsed.
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

// A cache only: a woken worker reads it anew.
let current: Promise<CurrentAdvisory> | undefined;

export function currentAdvisory(): Promise<CurrentAdvisory> {
  current ??= load().catch((cause: unknown) => {
    current = undefined;
    throw cause;
  });
  return current;
}

/** After a change in storage: the next question is answered from what counts now. */
export function invalidateAdvisory(): void {
  current = undefined;
}
