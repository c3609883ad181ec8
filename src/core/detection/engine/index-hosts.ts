import { isRecord } from '../../base/records.ts';
import type { Fitting, HostIndex } from '../matching/host-index.ts';
import type { RelayEnding } from '../matching/relay.ts';
import { filledIn, isListName } from '../model/named-lists.ts';
import type { Detection } from '../model/rule-schema.ts';
import type { LazyRules } from './lazy-rules.ts';

/** Places of rules in the advisory's table. */
export type RuleIds = number | readonly number[];

/** What the index of hosts holds. */
export type HostEntry = RuleIds | RelayEnding;
export type FittingHosts = readonly Fitting<HostEntry>[];

/** Indexes hosts, a named list's once for all its rules. */
export function indexHosts(
  hosts: HostIndex<HostEntry>,
  rules: LazyRules,
  { rules: raws, lists }: Detection,
): void {
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
    const patterns = isRecord(raw) ? raw['hosts'] : undefined;
    if (!Array.isArray(patterns)) return;
    for (const pattern of patterns as readonly unknown[]) {
      if (isListName(pattern)) ofList(pattern).push(place);
      else if (typeof pattern === 'string') hosts.add(pattern, place);
    }
  });
  // The first that fits spares the others.
  for (const places of byList.values())
    places.sort((one, other) => rules.rankOf(other) - rules.rankOf(one));
}
