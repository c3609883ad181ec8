// The advisory's rules -> an index that is asked once for each address. One bad rule is reported, the others stand.
import * as v from 'valibot';
import type { Fault } from '../result.ts';
import { lookalikeFinder } from './lookalike.ts';
import { anywhere, type Anywhere } from './anywhere.ts';
import { CompiledRule } from './compiled-rule.ts';
import { hostIndexBuilder, type HostIndex } from './host-index.ts';
import { RuleSchema, type Context, type Detection } from './schema.ts';
import type { Text } from '../advisory/text.ts';

export interface RuleIndex {
  readonly hosts: HostIndex;
  readonly anywhere: Readonly<Record<Context, Anywhere>>;
  readonly noRule: Text;
}

const isListName = (entry: unknown): entry is string => typeof entry === 'string' && entry.startsWith('@');

function namedList(lists: Detection['lists'], name: string): readonly string[] | undefined {
  return Object.hasOwn(lists, name.slice(1)) ? lists[name.slice(1)] : undefined;
}

/** The raw rule with each `@name` replaced by that list's entries, and the first name that stands for nothing. */
function withLists(raw: unknown, lists: Detection['lists']): { readonly rule: unknown; readonly missing?: string } {
  if (typeof raw !== 'object' || raw === null) return { rule: raw };
  let filled: Record<string, unknown> | null = null;
  for (const [field, entries] of Object.entries(raw)) {
    if (!Array.isArray(entries) || !entries.some(isListName)) continue;
    const missing = entries.filter(isListName).find((name) => !namedList(lists, name));
    if (missing !== undefined) return { rule: raw, missing };
    filled ??= { ...raw };
    filled[field] = entries.flatMap((entry: unknown): readonly unknown[] => (isListName(entry) ? (namedList(lists, entry) ?? []) : [entry]));
  }
  return { rule: filled ?? raw };
}

const pathOf = (place: number): string => `detection.rules.${String(place)}`;

/** Compiles each rule alone. `skipped` names those that this version can't use, with their place in the advisory. */
export function compileRules(detection: Detection): { readonly index: RuleIndex; readonly skipped: Fault[] } {
  const hosts = hostIndexBuilder();
  const lookalikes = lookalikeFinder(detection.lookalike);
  const ofAnyHost: CompiledRule[] = [];
  const skipped: Fault[] = [];
  detection.rules.forEach((raw, place) => {
    const { rule: filled, missing } = withLists(raw, detection.lists);
    if (missing !== undefined) {
      skipped.push({ path: pathOf(place), message: `names the list "${missing}", which the advisory doesn't have` });
      return;
    }
    const parsed = v.safeParse(RuleSchema, filled);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      skipped.push({ path: [pathOf(place), v.getDotPath(issue)].filter(Boolean).join('.'), message: issue.message });
      return;
    }
    const rule = new CompiledRule(parsed.output, lookalikes);
    const patterns = parsed.output.hosts;
    if (!patterns) ofAnyHost.push(rule);
    for (const pattern of patterns ?? []) hosts.add(pattern, rule);
  });
  const [page, download, filename] = [anywhere(ofAnyHost, 'page'), anywhere(ofAnyHost, 'download'), anywhere(ofAnyHost, 'filename')];
  return { index: { hosts, anywhere: { page, download, filename }, noRule: detection.noRule }, skipped };
}
