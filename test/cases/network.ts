// A reading of declarativeNetRequest by its documentation, for the tests: which rule of a set decides over a main-frame address.
import type { NetworkRule } from '../../src/core/block/network-rule.ts';

function filterExpression(filter: string): RegExp {
  const isAnchored = filter.startsWith('||');
  const source = (isAnchored ? filter.slice(2) : filter)
    .toLowerCase()
    .replace(/[.+?$(){}[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('^', '(?:[^a-z0-9_.%-]|$)');
  return new RegExp(isAnchored ? `^[a-z]+://([^/?#]*\\.)?${source}` : source);
}

/** A set of rules, ready to be asked whether it stops an address: the highest priority decides; at the same one, what allows. */
export function networkReader(rules: readonly NetworkRule[]): (address: string) => boolean {
  const read = rules.map(
    ({ priority, action, condition: { requestDomains, urlFilter, regexFilter } }) => ({
      priority,
      isBlock: action.type === 'block',
      domains: requestDomains && new Set(requestDomains),
      // The address is in lower case, as filters and words are.
      expression:
        regexFilter !== undefined
          ? new RegExp(regexFilter)
          : urlFilter !== undefined
            ? filterExpression(urlFilter)
            : null,
    }),
  );
  return (address) => {
    const url = new URL(address);
    url.hash = '';
    const text = url.href.toLowerCase();
    const labels = url.hostname.split('.');
    const domains = labels.map((_, place) => labels.slice(place).join('.'));
    let highest = 0;
    let isBlocked = false;
    for (const rule of read) {
      if (rule.priority < highest || (rule.priority === highest && !isBlocked)) continue;
      if (rule.domains && !domains.some((domain) => rule.domains?.has(domain))) continue;
      if (rule.expression && !rule.expression.test(text)) continue;
      highest = rule.priority;
      isBlocked = rule.isBlock;
    }
    return isBlocked;
  };
}
