// The current advisory, of which no more is loaded than is asked for. A first verdict needs the packaged
// one's rules and the texts of one language; screens need all of it, and so does whoever has another
// document in force. feed/check.ts fetches new ones.
import type { AdvisoryHead } from '../../core/advisory/parts.ts';
import { LateWeighing } from '../../core/detection/engine/weighing/late-weighing.ts';
import { RuleIndex } from '../../core/detection/engine/laid-out-rules.ts';
import { browserLanguage } from '../../platform/worker/strings.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { packagedHead, packagedLanguage } from './packaged.ts';
import { isPinned, organizationFeed } from './sources.ts';
import type { CurrentAdvisory } from './whole.ts';

export type { CurrentAdvisory } from './whole.ts';

/** What verdicts need. */
export interface CurrentRules {
  readonly advisory: AdvisoryHead;
  readonly origin: CurrentAdvisory['origin'];
  readonly rules: Pick<CurrentAdvisory['rules'], 'index'>;
}

interface LoadedRules extends CurrentRules {
  /** The language that it has beside English; null if it has all. */
  readonly language: string | null;
}

async function isPackagedInForce(): Promise<boolean> {
  const [fetched, feed, overlay] = await Promise.all([
    isPinned ? read(state.advisory) : null,
    organizationFeed(),
    read(state.overlay),
  ]);
  return !fetched?.accepted && (!feed || overlay?.address !== feed.address);
}

async function languageInForce(): Promise<string> {
  return packagedLanguage((await effectiveSettings()).language || browserLanguage());
}

async function ownRules(texts: readonly string[], spoken: readonly string[]): Promise<unknown[]> {
  if (texts.length === 0) return [];
  return (await import('./policy-rules.ts')).policyRules(texts, spoken);
}

async function layOut(language: string, extraRules: readonly string[]): Promise<LoadedRules> {
  const head = await packagedHead(language);
  const own = await ownRules(extraRules, [...new Set(['en', language])]);
  const detection = { ...head.detection, rules: [...head.detection.rules, ...own] };
  return {
    advisory: { ...head, detection },
    language,
    origin: 'packaged',
    rules: { index: new RuleIndex(detection, new LateWeighing(null), head) },
  };
}

async function loadRules(): Promise<LoadedRules> {
  const disk = Promise.all([isPackagedInForce(), policy(), languageInForce()]);
  // Its failure counts once it is awaited.
  disk.catch(() => undefined);
  // Laid out while the disk answers, as most people have it.
  const usual = await layOut(packagedLanguage(browserLanguage()), []);
  const [isPackaged, { values }, language] = await disk;
  if (!isPackaged) return { ...(await currentAdvisory()), language: null };
  const extraRules = values.extraRules ?? [];
  const isUsual = language === usual.language && extraRules.length === 0;
  return isUsual ? usual : layOut(language, extraRules);
}

// Only caches: a restarted worker loads them again.
let rules: Promise<LoadedRules> | undefined;
let whole: Promise<CurrentAdvisory> | undefined;

/** Loads once; a failure is not kept. */
function loadedOnce<Loaded>(
  loading: Promise<Loaded>,
  forget: (failed: Promise<Loaded>) => void,
): Promise<Loaded> {
  loading.catch(() => forget(loading));
  return loading;
}

/** What verdicts need. Texts may be in English and in the language in force alone. */
export async function currentRules(): Promise<CurrentRules> {
  rules ??= loadedOnce(loadRules(), (failed) => {
    if (rules === failed) rules = undefined;
  });
  const asked = rules;
  const loaded = await asked;
  if (loaded.language === null || loaded.language === (await languageInForce())) return loaded;
  if (rules === asked) rules = undefined;
  return currentRules();
}

/** All of it, with the organization's document laid over it. */
export function currentAdvisory(): Promise<CurrentAdvisory> {
  if (whole) return whole;
  const loading = loadedOnce(
    import('./whole.ts').then(({ loadWhole }) => loadWhole()),
    (failed) => {
      if (whole === failed) whole = undefined;
    },
  );
  whole = loading;
  loading.then(
    (loaded) => {
      // One index is enough, and this one knows every language.
      if (whole === loading) rules = Promise.resolve({ ...loaded, language: null });
    },
    () => undefined,
  );
  return loading;
}

/** Call after a change in storage; the next request loads it again. */
export function invalidateAdvisory(): void {
  rules = undefined;
  whole = undefined;
}
