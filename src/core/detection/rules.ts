// The advisory's rules -> an index that is asked once for each address. One bad rule is reported, the others stand.
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../result.ts';
import { lookalikeFinder, type LookalikeFinder } from './lookalike.ts';
import { Anywhere } from './anywhere.ts';
import { CompiledRule } from './compiled-rule.ts';
import { HostIndex } from './host-index.ts';
import { LazyRule } from './lazy-rule.ts';
import { filledIn, missingList } from './named-lists.ts';
import { PageJudge } from './page-judge.ts';
import { readEvidence } from './read-evidence.ts';
import { contexts, RuleSchema, type Context, type Detection, type Rule } from './schema.ts';
import type { Verdict } from './verdict.ts';
import { WordScanner } from './words.ts';

export interface RuleIndex {
  readonly hosts: HostIndex<LazyRule>;
  readonly evidence: PageJudge;
  readonly anywhere: Readonly<Record<Context, Anywhere>>;
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

/** One rule as the advisory bears it -> a rule with each `@name` replaced by that list's entries. */
function parseRule(raw: unknown, place: number, lists: Detection['lists']): Result<Rule, Fault> {
  const path = `detection.rules.${String(place)}`;
  if (typeof raw !== 'object' || raw === null) return failure({ path, message: 'is not an object' });
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

function hostsOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'hosts' in raw ? raw.hosts : undefined;
}

/** Lays out the rules by host; each is parsed alone, when it is asked first. */
export function compileRules(detection: Detection): CompiledRules {
  const { lists, rules, noRule } = detection;
  const hosts = new HostIndex<LazyRule>();
  const scanner = new WordScanner();
  const lookalikes: LookalikeFinder = lookalikeFinder(detection.lookalike);
  const ofAnyHost: CompiledRule[] = [];
  rules.forEach((raw, place) => {
    const compile = () => {
      const parsed = parseRule(raw, place, lists);
      return parsed.ok ? new CompiledRule(parsed.value, lookalikes, scanner) : null;
    };
    const patterns = hostsOf(raw);
    if (Array.isArray(patterns)) {
      const rule = new LazyRule(compile);
      for (const pattern of filledIn(patterns, lists)) if (typeof pattern === 'string') hosts.add(pattern, rule);
      return;
    }
    const rule = compile();
    if (rule) ofAnyHost.push(rule);
  });
  const of = (context: Context) => new Anywhere(ofAnyHost, context);
  const silence: Verdict = { label: 'unrelated', rule: 'no-rule', matched: '', reason: noRule };
  const [page, download, filename] = contexts;
  const evidence = readEvidence(detection.evidence, lists);
  const index: RuleIndex = { hosts, evidence: new PageJudge(evidence.table), silence, scanner, redirectParameters: new Set(detection.redirectParameters), anywhere: { page: of(page), download: of(download), filename: of(filename) } };
  let skipped: readonly Fault[] | undefined;
  return {
    index,
    get skipped() {
      skipped ??= rules.flatMap((raw, place) => {
        const parsed = parseRule(raw, place, lists);
        return parsed.ok ? [] : [parsed.error];
      });
      return [...skipped, ...evidence.faults];
    },
  };
}
