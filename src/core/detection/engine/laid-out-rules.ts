// The advisory's rules, indexed so that each address is looked up once. What weighs words may come late:
// most addresses are decided without it.
import { isRecord } from '../../base/records.ts';
import type { Fault } from '../../base/result.ts';
import type { HostlessRules } from './hostless-rules.ts';
import { CompiledRule, type Askable } from './compiled-rule.ts';
import type { Prefilter } from './weighing/prefilter.ts';
import { HostIndex } from '../matching/host-index.ts';
import { indexHosts, type HostEntry } from './index-hosts.ts';
import { LazyRules } from './lazy-rules.ts';
import { parseRule } from '../model/parse-rule.ts';
import type { PageScorer } from '../page-evidence/score.ts';
import type { SignScorer } from '../signs/scorer.ts';
import { SignsRule } from './signs-rule.ts';
import { SummaryReader, type RuleSummary } from './rule-summary.ts';
import type { Context, Detection } from '../model/rule-schema.ts';
import type { AdvisoryRef, Verdict } from '../model/verdict.ts';
import type { MatchedWords } from './rule-input.ts';
import type { RuleTools } from './rule-tools.ts';
import { LateTools } from './weighing/late-tools.ts';
import { RelayFinder } from '../matching/relay.ts';
import type { LateWeighing } from './weighing/late-weighing.ts';

/**
 * Looks up verdicts. A class, because the engine compiles objects with function properties to
 * slower code.
 */
export class RuleIndex {
  readonly hosts = new HostIndex<HostEntry>();
  readonly scanner: RuleTools['scanner'];
  readonly rules: LazyRules;
  readonly weighing: LateWeighing;
  readonly advisory: AdvisoryRef;
  /** The verdict for an address that no rule matches. */
  readonly silence: Verdict;
  readonly redirectParameters: ReadonlySet<string>;
  readonly relays: RelayFinder;
  readonly #tools: RuleTools;
  #heads: readonly RuleSummary[] | undefined;
  readonly #anywhere: Partial<Record<Context, HostlessRules>> = {};
  readonly #signsRule: SignsRule | null;
  readonly #detection: Detection;
  #evidence: PageScorer | undefined;
  #glance: Prefilter | undefined;

  constructor(detection: Detection, weighing: LateWeighing, { id, version }: AdvisoryRef) {
    const { lists, rules, noRule, lookalike, redirectParameters } = detection;
    this.advisory = { id, version };
    const signs = isRecord(detection.signs)
      ? new SignsRule(detection.signs, lists, noRule, weighing, this.advisory)
      : null;
    const tools = new LateTools(
      this.advisory,
      lookalike,
      () => signs?.wordsOf('otherNames') ?? [],
      weighing,
    );
    this.#tools = tools;
    this.scanner = tools.scanner;
    this.#signsRule = signs;
    this.rules = new LazyRules(rules, (place): Askable | null => {
      if (place === rules.length) return signs;
      const parsed = parseRule(rules[place], place, lists);
      return parsed.ok ? new CompiledRule(parsed.value, tools) : null;
    });
    indexHosts(this.hosts, this.rules, detection);
    this.weighing = weighing;
    this.#detection = detection;
    this.silence = {
      label: 'unrelated',
      rule: 'no-rule',
      matched: '',
      reason: noRule,
      advisory: this.advisory,
    };
    this.redirectParameters = new Set(redirectParameters);
    this.relays = new RelayFinder(detection.relays, this.hosts);
  }

  /** The rules of any host, indexed on first use; null until what looks for their words is loaded. */
  anywhere(context: Context): HostlessRules | null {
    const known = this.#anywhere[context];
    const tools = known ? null : this.weighing.tools();
    if (!tools) return known ?? null;
    const { HostlessRules } = tools;
    return (this.#anywhere[context] = new HostlessRules(
      this.#headsFor(context),
      this.rules,
      this.scanner,
    ));
  }

  /** Whether the rules of any host are indexed. */
  knowsWords(context: Context): boolean {
    return this.#anywhere[context] !== undefined;
  }

  /** Whether a rule of any host may fit and rank above `rank`; for a few rules, and without an index. */
  mayOutrank(rank: number, inspection: MatchedWords, context: Context): boolean {
    return this.#headsFor(context).some((head) => {
      if (head.rank <= rank) return false;
      if (head.readsOddHosts && inspection.evidence.isOddHost) return true;
      return head.needs()?.some((needed) => inspection.mayHold(needed)) ?? true;
    });
  }

  #headsFor(context: Context): readonly RuleSummary[] {
    this.#heads ??= this.#readHeads();
    return this.#heads.filter(({ on }) => on.includes(context));
  }

  #readHeads(): readonly RuleSummary[] {
    const reader = new SummaryReader(this.#detection.lists, this.#tools);
    const heads = this.#detection.rules.flatMap((raw, place) =>
      isRecord(raw) && !Array.isArray(raw['hosts']) ? [reader.read(raw, place)] : [],
    );
    const signs = this.#signsRule?.summary(this.#detection.rules.length);
    return signs ? [...heads, signs] : heads;
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
      this.#detection.rules.flatMap((raw): [string, number][] => {
        if (!isRecord(raw) || typeof raw['id'] !== 'string') return [];
        return [[raw['id'], typeof raw['rank'] === 'number' ? raw['rank'] : 0]];
      }),
    );
  }

  /** Whether the table of signs decided, so that the page's own data may still change the verdict. */
  isBySigns(rule: string): boolean {
    return this.#signsRule?.decides(rule) ?? false;
  }

  /** Null until the rules of any host are indexed. */
  get glance(): Prefilter | null {
    if (this.#glance) return this.#glance;
    const anywhere = this.#anywhere.page;
    const tools = anywhere && this.weighing.tools();
    if (!tools) return null;
    return (this.#glance = new tools.Prefilter(
      this.hosts,
      this.relays,
      anywhere,
      this.#tools.lookalikes,
      this.#detection.lookalike.confusables,
    ));
  }
}
