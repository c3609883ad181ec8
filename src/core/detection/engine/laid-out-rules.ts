// The advisory's rules, indexed so that each address is looked up once. What weighs words may come late:
// most addresses are decided without it.
import { isRecord } from '../../base/records.ts';
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../../base/result.ts';
import { lookalikeFinder } from '../matching/lookalike.ts';
import { HostlessRules } from './hostless-rules.ts';
import { CompiledRule, type Askable } from './compiled-rule.ts';
import { Prefilter } from './prefilter.ts';
import { HostIndex } from '../matching/host-index.ts';
import { LazyRules } from './lazy-rules.ts';
import { filledIn, isListName, missingList } from '../model/named-lists.ts';
import type { PageScorer } from '../page-evidence/score.ts';
import { NameFinder } from '../signs/name-finder.ts';
import type { SignScorer } from '../signs/scorer.ts';
import { SignsRule } from './signs-rule.ts';
import { SummaryReader, type RuleSummary } from './rule-summary.ts';
import { RuleSchema, type Context, type Detection, type Rule } from '../model/rule-schema.ts';
import type { AdvisoryRef, Verdict } from '../model/verdict.ts';
import { MultiSearch } from '../matching/multi-search.ts';
import { RelayFinder } from '../matching/relay.ts';
import type { LateWeighing } from './weighing/late-weighing.ts';

/** Places of rules in the advisory's table. */
export type RuleIds = number | readonly number[];

/**
 * Looks up verdicts. A class, because the engine compiles objects with function properties to
 * slower code.
 */
export class RuleIndex {
  readonly hosts = new HostIndex<RuleIds>();
  readonly scanner = new MultiSearch();
  readonly rules: LazyRules;
  readonly weighing: LateWeighing;
  readonly advisory: AdvisoryRef;
  /** The verdict for an address that no rule matches. */
  readonly silence: Verdict;
  readonly redirectParameters: ReadonlySet<string>;
  readonly relays: RelayFinder;
  readonly #heads: readonly RuleSummary[];
  readonly #anywhere: Partial<Record<Context, HostlessRules>> = {};
  readonly #confusables: Detection['lookalike']['confusables'];
  readonly #rawRules: Detection['rules'];
  readonly #signsRule: SignsRule | null;
  readonly #detection: Detection;
  #evidence: PageScorer | undefined;
  #glance: Prefilter | undefined;

  constructor(detection: Detection, weighing: LateWeighing, { id, version }: AdvisoryRef) {
    const { lists, rules, noRule, lookalike, redirectParameters } = detection;
    const lookalikes = lookalikeFinder(lookalike);
    const signs = isRecord(detection.signs)
      ? new SignsRule(detection.signs, lists, noRule, weighing)
      : null;
    const names = new NameFinder(lookalike.names, signs?.wordsOf('otherNames') ?? []);
    const tools = { lookalikes, names, scanner: this.scanner };
    this.#signsRule = signs;
    this.#rawRules = rules;
    this.rules = new LazyRules(rules.length + 1, (place): Askable | null => {
      if (place === rules.length) return signs;
      const parsed = parseRule(rules[place], place, lists);
      return parsed.ok ? new CompiledRule(parsed.value, tools) : null;
    });
    const heads = indexHosts(this.hosts, new SummaryReader(lists, lookalikes), detection);
    this.#heads = signs ? [...heads, signs.summary(rules.length)] : heads;
    this.weighing = weighing;
    this.#detection = detection;
    this.advisory = { id, version };
    this.silence = {
      label: 'unrelated',
      rule: 'no-rule',
      matched: '',
      reason: noRule,
      advisory: this.advisory,
    };
    this.redirectParameters = new Set(redirectParameters);
    this.relays = new RelayFinder(detection.relays);
    this.#confusables = lookalike.confusables;
  }

  /** The rules of any host, indexed on first use. */
  anywhere(context: Context): HostlessRules {
    return (this.#anywhere[context] ??= new HostlessRules(
      this.#heads.filter(({ on }) => on.includes(context)),
      this.rules,
      this.scanner,
    ));
  }

  /** Weighs hosts on no list; null if the advisory has no table for it that this version can use. */
  get signs(): SignScorer | null {
    return this.#signsRule?.scorer ?? null;
  }

  get signsFault(): Fault | null {
    return this.#signsRule?.fault ?? null;
  }

  /** Scores a page's own data; null until what weighs it is loaded. */
  get evidence(): PageScorer | null {
    const tools = this.weighing.tools();
    if (!tools) return null;
    const { evidence, lists } = this.#detection;
    return (this.#evidence ??= tools.scoreEvidence(evidence, lists).scorer);
  }

  /** Whether the signs took part: the rule is their own, or one that they outrank. */
  leavesToSigns(rule: string): boolean {
    if (!this.#signsRule) return false;
    return this.isBySigns(rule) || (this.#ranks().get(rule) ?? -1) < this.#signsRule.rank;
  }

  #ranks(): ReadonlyMap<string, number> {
    return new Map(
      this.#rawRules.flatMap((raw): [string, number][] => {
        if (!isRecord(raw) || typeof raw['id'] !== 'string') return [];
        return [[raw['id'], typeof raw['rank'] === 'number' ? raw['rank'] : 0]];
      }),
    );
  }

  /** Whether the table of signs decided, so that the page's own data may still change the verdict. */
  isBySigns(rule: string): boolean {
    return this.#signsRule?.decides(rule) ?? false;
  }

  get glance(): Prefilter {
    return (this.#glance ??= new Prefilter(this.hosts, this.anywhere('page'), this.#confusables));
  }
}

/** Parses one rule of the advisory and replaces each `@name` with that list's entries. */
export function parseRule(
  raw: unknown,
  place: number,
  lists: Detection['lists'],
): Result<Rule, Fault> {
  const path = `detection.rules.${String(place)}`;
  if (!isRecord(raw)) return failure({ path, message: 'is not an object' });
  const filled: Record<string, unknown> = {};
  for (const [field, entries] of Object.entries(raw)) {
    if (!Array.isArray(entries)) {
      filled[field] = entries;
      continue;
    }
    const message = missingList(entries, lists);
    if (message !== undefined) return failure({ path, message });
    filled[field] = filledIn(entries, lists);
  }
  const parsed = v.safeParse(RuleSchema, filled);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure({
    path: [path, v.getDotPath(issue)].filter(Boolean).join('.'),
    message: issue.message,
  });
}

/** Indexes hosts, a named list's once for all its rules; returns the rules of any host. */
function indexHosts(
  hosts: HostIndex<RuleIds>,
  heads: SummaryReader,
  { rules: raws, lists }: Detection,
): RuleSummary[] {
  const ofAnyHost: RuleSummary[] = [];
  const byList = new Map<string, number[]>();
  const ofList = (name: string): number[] => {
    let places = byList.get(name);
    if (!places) {
      byList.set(name, (places = []));
      for (const pattern of filledIn([name], lists))
        if (typeof pattern === 'string') hosts.add(pattern, places);
    }
    return places;
  };
  raws.forEach((raw, place) => {
    if (!isRecord(raw)) return;
    const patterns = raw['hosts'];
    if (!Array.isArray(patterns)) {
      ofAnyHost.push(heads.read(raw, place));
      return;
    }
    for (const pattern of patterns as readonly unknown[]) {
      if (isListName(pattern)) ofList(pattern).push(place);
      else if (typeof pattern === 'string') hosts.add(pattern, place);
    }
  });
  return ofAnyHost;
}
