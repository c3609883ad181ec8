import { parseAddress, type Address } from './matching/address.ts';
import { behindRelay, throughRelay } from './behind-relay.ts';
import { decide } from './engine/decide.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import { signInput } from './engine/signs-rule.ts';
import type { Verdict } from './model/verdict.ts';
import type { Weighed } from './signs/scorer.ts';

/** What a person may see in a title; the rest of a megabyte is not looked at. */
export const maxTitleLength = 1000;

export interface AddressedPage {
  readonly url: string;
  readonly title?: string;
}

const asWords = (title: string): string =>
  title === '' ? '' : title.slice(0, maxTitleLength).toLowerCase();

const nowhere: Address = { host: '', isOddHost: false, path: '', query: '', fileName: '' };

/**
 * The verdict of a page by its address and title alone. Never throws; what is no web address is
 * `unrelated`.
 */
export function classifyAddress(index: RuleIndex, { url, title = '' }: AddressedPage): Verdict {
  const words = asWords(title);
  if (index.glance?.canSkip(url, words)) return index.silence;
  const { host, isOddHost, path, query, fileName: last } = parseAddress(url) ?? nowhere;
  const fitting = index.hosts.find(host);
  const behind = behindRelay(index, host, url, fitting);
  if (behind !== null) return throughRelay(index, classifyAddress(index, { url: behind, title }));
  // Files have an ending; the last part of most addresses is none, and need not be searched again
  // as one.
  const fileName = last.includes('.') ? last : '';
  return decide(
    index,
    { host, isOddHost, path, query, title: words, fileName, mime: '', referrer: 'unrelated' },
    'page',
    fitting,
  );
}

/** Weighs URL and title by the advisory's signs; null if neither contains the name. */
export function weighAddress(
  { signs }: RuleIndex,
  { url, title = '' }: AddressedPage,
): Weighed | null {
  const address = parseAddress(url);
  return address && signs && signs.weigh(signInput({ ...address, title: asWords(title) }));
}
