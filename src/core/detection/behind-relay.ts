// A relay's page is judged as the site behind it, and said to be relayed.
import { parseAddress } from './matching/address.ts';
import { RelayEnding } from './matching/relay.ts';
import type { FittingHosts, RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

/** The address that one on a relay's host stands for; null where the host is no relay. */
export function behindRelay(
  index: RuleIndex,
  host: string,
  address: string,
  fitting: FittingHosts = index.hosts.find(host),
): string | null {
  const sites = index.relays.behind(host, address, fitting);
  if (sites.length === 0) return null;
  const isKnown = (site: string) =>
    index.hosts
      .find(parseAddress(site)?.host ?? '')
      .some(({ entry }) => !(entry instanceof RelayEnding));
  return sites.find(isKnown) ?? sites[0] ?? null;
}

/** The same verdict, and that the page is seen through a relay. */
export function throughRelay(index: RuleIndex, verdict: Verdict): Verdict {
  const said = Object.entries(index.relays.reason ?? {}).flatMap(([language, text]) => {
    const own = verdict.reason[language];
    return own ? [[language, `${own} ${text}`]] : [];
  });
  return said.length === 0
    ? verdict
    : { ...verdict, reason: { en: '', ...Object.fromEntries(said) } };
}
