// Whether a verdict by address and title stands. Apart from what reads pages' own data, which few visits need.
import { parseAddress } from './matching/address.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

/** Whether pages’ own data may decide. */
export const isOpen = (index: RuleIndex, { label, rule }: Verdict): boolean =>
  label === 'mention' || label === 'unrelated' || index.isBySigns(rule);

/** Whether the page's own data could say more than its address and title do. */
export function wantsFacts(index: RuleIndex, url: string, byAddress: Verdict): boolean {
  const host = parseAddress(url)?.host ?? '';
  return host !== '' && isOpen(index, byAddress) && index.evidence?.readsPagesOf(host) === true;
}
