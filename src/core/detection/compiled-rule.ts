import type { GlobSet } from './glob.ts';
import type { Rule } from './schema.ts';

/** A rule with its lists in place, its globs compiled, and its hosts taken out into the index. */
export interface CompiledRule extends Omit<Rule, 'hosts' | 'path' | 'files'> {
  readonly path?: GlobSet;
  readonly files?: GlobSet;
}
