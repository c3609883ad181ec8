// The advisory's rules -> an index that is asked once for each address. One bad rule is reported, the others stand.
import * as v from 'valibot';
import type { Fault } from '../result.ts';
import { lookalikeFinder, type LookalikeFinder } from './lookalike.ts';
import { anywhere, type Anywhere } from './anywhere.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { globSet } from './glob.ts';
import { hostIndexBuilder, type HostIndex } from './host-index.ts';
import { RuleSchema, type Context, type Detection, type Rule } from './schema.ts';
import type { Text } from '../advisory/text.ts';

export interface RuleIndex {
  readonly hosts: HostIndex;
  readonly anywhere: Readonly<Record<Context, Anywhere>>;
  readonly lookalikes: LookalikeFinder;
  readonly noRule: Text;
}

const listFields = [
  'hosts', 'hostHas', 'hostAlsoHas', 'subdomainHas', 'path', 'pathHas', 'pathAlsoHas', 'pathHasNot',
  'anyHas', 'queryHas', 'titleHas', 'titleHasNot', 'files', 'fileHas', 'fileAlsoHas',
] as const satisfies readonly (keyof Rule)[];

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

function compiled({ path, files, ...rest }: Rule): CompiledRule {
  return { ...rest, ...(path ? { path: globSet(path) } : {}), ...(files ? { files: globSet(files) } : {}) };
}

/** Compiles each rule alone. `skipped` names those that this version can't use, with their place in the advisory. */
export function compileRules(detection: Detection): { readonly index: RuleIndex; readonly skipped: Fault[] } {
  const hosts = hostIndexBuilder();
  const ofAnyHost: CompiledRule[] = [];
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
    const rule = compiled(parsed.output);
    const patterns = parsed.output.hosts;
    if (!patterns) ofAnyHost.push(rule);
    for (const pattern of patterns ?? []) hosts.add(pattern, rule);
  });
  const [page, download, filename] = [anywhere(ofAnyHost, 'page'), anywhere(ofAnyHost, 'download'), anywhere(ofAnyHost, 'filename')];
  const lookalikes = lookalikeFinder(detection.lookalike);
  return { index: { hosts, anywhere: { page, download, filename }, lookalikes, noRule: detection.noRule }, skipped };
}
