// The advisory's rules -> an index that is asked once for each address. One bad rule is reported, the others stand.
import * as v from 'valibot';
import type { Fault } from '../result.ts';
import { lookalikeFinder, type LookalikeFinder } from './lookalike.ts';
import { RuleSchema, type Context, type Detection, type Rule } from './schema.ts';
import type { Text } from '../advisory/text.ts';

const lowerCaseGlobs = (globs: readonly string[]) => globs.map((glob) => glob.toLowerCase());

/** A rule with its lists in place and its host patterns taken out into the index. */
export interface CompiledRule extends Omit<Rule, 'hosts' | 'on'> {
  readonly contexts: ReadonlySet<Context>;
}

export interface RuleIndex {
  /** Rules of exactly this host. */
  readonly exact: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Rules of this host and every one below; `name.{tld}` stands as written. */
  readonly below: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Rules for any host. */
  readonly anywhere: readonly CompiledRule[];
  readonly lookalikes: LookalikeFinder;
  readonly noRule: Text;
}

type ListField = 'hosts' | 'hostHas' | 'hostAlsoHas' | 'path' | 'pathHas' | 'pathAlsoHas' | 'pathHasNot' | 'anyHas' | 'queryHas' | 'titleHas' | 'titleHasNot' | 'files' | 'fileHas';
const listFields: readonly ListField[] = ['hosts', 'hostHas', 'hostAlsoHas', 'path', 'pathHas', 'pathAlsoHas', 'pathHasNot', 'anyHas', 'queryHas', 'titleHas', 'titleHasNot', 'files', 'fileHas'];

/** The raw rule with each `@name` replaced by that list's entries; a name that stands for nothing stays, and is refused. */
function withLists(raw: unknown, lists: Detection['lists']): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const rule: Record<string, unknown> = { ...raw };
  for (const field of listFields) {
    const entries = rule[field];
    if (!Array.isArray(entries)) continue;
    rule[field] = entries.flatMap((entry: unknown) =>
      typeof entry === 'string' && entry.startsWith('@') && Object.hasOwn(lists, entry.slice(1)) ? lists[entry.slice(1)] : [entry],
    );
  }
  return rule;
}

function unknownList(rule: Rule): string | undefined {
  return listFields.flatMap((field) => rule[field] ?? []).find((entry) => entry.startsWith('@'));
}

function add(map: Map<string, CompiledRule[]>, key: string, rule: CompiledRule): void {
  const there = map.get(key);
  if (there) there.push(rule);
  else map.set(key, [rule]);
}

/** Compiles each rule alone. `skipped` names those that this version can't use, with their place in the advisory. */
export function compileRules(detection: Detection): { readonly index: RuleIndex; readonly skipped: Fault[] } {
  const exact = new Map<string, CompiledRule[]>();
  const below = new Map<string, CompiledRule[]>();
  const anywhere: CompiledRule[] = [];
  const skipped: Fault[] = [];
  detection.rules.forEach((raw, place) => {
    const path = `detection.rules.${String(place)}`;
    const parsed = v.safeParse(RuleSchema, withLists(raw, detection.lists));
    if (!parsed.success) {
      const [issue] = parsed.issues;
      skipped.push({ path: [path, v.getDotPath(issue)].filter(Boolean).join('.'), message: issue.message });
      return;
    }
    const missing = unknownList(parsed.output);
    if (missing !== undefined) {
      skipped.push({ path, message: `names the list "${missing}", which the advisory doesn't have` });
      return;
    }
    const { hosts, on, ...rest } = parsed.output;
    const rule: CompiledRule = { ...rest, contexts: new Set(on), ...(rest.files ? { files: lowerCaseGlobs(rest.files) } : {}) };
    if (!hosts) anywhere.push(rule);
    for (const host of hosts ?? []) {
      if (host.startsWith('*.')) add(below, host.slice(2), rule);
      else add(exact, host, rule);
    }
  });
  return { index: { exact, below, anywhere, lookalikes: lookalikeFinder(detection.lookalike), noRule: detection.noRule }, skipped };
}
