import { parseAddress } from './matching/address.ts';
import {
  classifyAddress,
  maxTitleLength,
  weighAddress,
  type AddressedPage,
} from './classify-address.ts';
import { classifyLink } from './classify-link.ts';
import { isOpen } from './open-verdict.ts';
import type { PageFacts } from './model/page-facts.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

export interface Page extends AddressedPage {
  /** What the page says of itself, where it was read. */
  readonly facts?: PageFacts | undefined;
}

/** The verdict of a page: its address and title first; where they leave it open, what the page says of itself. */
export function classifyPage(index: RuleIndex, page: Page): Verdict {
  const byAddress = classifyAddress(index, page);
  const { facts, url, title = '' } = page;
  if (!facts || !isOpen(index, byAddress)) return byAddress;
  const address = parseAddress(url);
  if (!address) return byAddress;
  const byFacts = index.evidence?.score(
    {
      host: address.host,
      path: address.path,
      title: title.slice(0, maxTitleLength),
      facts,
      signs: weighAddress(index, page),
      labelOfPage: (other) => classifyAddress(index, { url: other }).label,
      labelOfLink: (other) =>
        classifyLink(index, other)?.startsListedDownload ? 'product-download' : 'unrelated',
    },
    byAddress.reason,
  );
  return byFacts ? { ...byFacts, advisory: index.advisory } : byAddress;
}
