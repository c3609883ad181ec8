// The advisory's rules -> an index that is asked once for each address. One bad rule is reported, the others stand.
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../result.ts';
import { lookalikeFinder, type LookalikeFinder } from './lookalike.ts';
import { Anywhere } from './anywhere.ts';
import { CompiledRule } from './compiled-rule.ts';
import { Glance } from './glance.ts';
import { HostIndex } from './host-index.ts';
import { LazyRules } from './lazy-rules.ts';
import { filledIn, isListName, missingList } from './named-lists.ts';
import { PageJudge } from './page-judge.ts';
import { readEvidence } from './read-evidence.ts';
import { HeadReader, type RuleHead } from './rule-head.ts';
import { RuleSchema, type Context, type Detection, type Rule } from './schema.ts';
import type { Verdict } from './verdict.ts';
import { WordScanner } from './words.ts';

/** Places of rules in the advisory's table. */
export type Places = number | readonly number[];

export interface RuleIndex {
  readonly hosts: HostIndex<Places>;
  readonly rules: LazyRules;
  readonly evidence: PageJudge;
  /** The rules of any host; laid out when they are asked first. */
  readonly anywhere: (context: Context) => Anywhere;
  readonly glance: Glance;
  /** What is said of an address that no rule speaks for. */
  readonly silence: Verdict;
  readonly scanner: WordScanner;
  readonly redirectParameters: ReadonlySet<string>;
}

export interface CompiledRules {
  readonly index: RuleIndex;
  /** The rules and evidence that this version can't use, with their place in the advisory; found when first asked for. */
  readonly skipped: readonly Fault[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** One rule as the advisory bears it -> a rule with each `@name` replaced by that list's entries. */
function parseRule(raw: unknown, place: number, lists: Detection['lists']): Result<Rule, Fault> {
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
  return failure({ path: [path, v.getDotPath(issue)].filter(Boolean).join('.'), message: issue.message });
}

/** Every rule that this version can use, in the advisory's order. */
export function usableRules({ rules, lists }: Detection): Rule[] {
  return rules.flatMap((raw, place) => {
    const parsed = parseRule(raw, place, lists);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Each rule's hosts, those of a named list once for all rules that name it; answers with the rules of any host. */
function layOut(hosts: HostIndex<Places>, heads: HeadReader, { rules: raws, lists }: Detection): RuleHead[] {
  const ofAnyHost: RuleHead[] = [];
  const byList = new Map<string, number[]>();
  const ofList = (name: string): number[] => {
    let places = byList.get(name);
    if (!places) {
      byList.set(name, (places = []));
      for (const pattern of filledIn([name], lists)) if (typeof pattern === 'string') hosts.add(pattern, places);
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

/** Lays out the rules by host and by the words that they need; each is checked and compiled alone, when it is asked first. */
export function compileRules(detection: Detection): CompiledRules {
  const { lists, rules: raws, noRule } = detection;
  const hosts = new HostIndex<Places>();
  const scanner = new WordScanner();
  const lookalikes: LookalikeFinder = lookalikeFinder(detection.lookalike);
  const rules = new LazyRules(raws.length, (place) => {
    const parsed = parseRule(raws[place], place, lists);
    return parsed.ok ? new CompiledRule(parsed.value, lookalikes, scanner) : null;
  });
  const heads = layOut(hosts, new HeadReader(lists, lookalikes), detection);
  const laidOut: Partial<Record<Context, Anywhere>> = {};
  const anywhere = (context: Context) => (laidOut[context] ??= new Anywhere(heads.filter(({ on }) => on.includes(context)), rules, scanner));
  const silence: Verdict = { label: 'unrelated', rule: 'no-rule', matched: '', reason: noRule };
  const evidence = readEvidence(detection.evidence, lists);
  let glance: Glance | undefined;
  const index: RuleIndex = {
    hosts,
    rules,
    evidence: new PageJudge(evidence.table),
    anywhere,
    get glance() {
      return (glance ??= new Glance(hosts, anywhere('page'), detection.lookalike.confusables));
    },
    silence,
    scanner,
    redirectParameters: new Set(detection.redirectParameters),
  };
  let skipped: readonly Fault[] | undefined;
  return {
    index,
    get skipped() {
      skipped ??= raws.flatMap((raw, place) => {
        const parsed = parseRule(raw, place, lists);
        return parsed.ok ? [] : [parsed.error];
      });
      return [...skipped, ...evidence.faults];
    },
  };
}
