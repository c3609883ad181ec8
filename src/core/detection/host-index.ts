import type { CompiledRule } from './compiled-rule.ts';

type Buckets = Map<string, CompiledRule[]>;

/** Rules by host, so that a look-up costs as many steps as the host has labels, whatever the number of rules. */
export interface HostIndex {
  /** Rules of exactly this host. */
  readonly exact: ReadonlyMap<string, readonly CompiledRule[]>;
  /** Rules of this host and every one below. */
  readonly below: ReadonlyMap<string, readonly CompiledRule[]>;
  /** As above, for `name.{tld}`, by what stands before `.{tld}`. */
  readonly exactFamilies: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly belowFamilies: ReadonlyMap<string, readonly CompiledRule[]>;
  /** The last two labels of each pattern, and the last one before `.{tld}`: most hosts are done after looking here. */
  readonly tails: ReadonlySet<string>;
  readonly familyNames: ReadonlySet<string>;
}

const family = '.{tld}';

/** The last two labels of a host. */
export function tailOf(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}

function add(buckets: Buckets, key: string, rule: CompiledRule): void {
  const there = buckets.get(key);
  if (there) there.push(rule);
  else buckets.set(key, [rule]);
}

export interface HostIndexBuilder extends HostIndex {
  add(pattern: string, rule: CompiledRule): void;
}

export function hostIndexBuilder(): HostIndexBuilder {
  const exact: Buckets = new Map();
  const below: Buckets = new Map();
  const exactFamilies: Buckets = new Map();
  const belowFamilies: Buckets = new Map();
  const tails = new Set<string>();
  const familyNames = new Set<string>();
  return {
    exact,
    below,
    exactFamilies,
    belowFamilies,
    tails,
    familyNames,
    add(pattern, rule) {
      const isBelow = pattern.startsWith('*.');
      const host = isBelow ? pattern.slice(2) : pattern;
      if (!host.endsWith(family)) {
        tails.add(tailOf(host));
        add(isBelow ? below : exact, host, rule);
        return;
      }
      const stem = host.slice(0, -family.length);
      familyNames.add(stem.slice(stem.lastIndexOf('.') + 1));
      add(isBelow ? belowFamilies : exactFamilies, stem, rule);
    },
  };
}
