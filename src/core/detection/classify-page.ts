import { parseAddress } from './address.ts';
import { decide } from './decide.ts';
import type { RuleIndex } from './rules.ts';
import type { Verdict } from './verdict.ts';

/** What a person may see in a title; the rest of a megabyte is not looked at. */
const maxTitleLength = 1000;

/** The verdict of a page. Never throws; what is no web address is `unrelated`. */
export function classifyPage(index: RuleIndex, page: { readonly url: string; readonly title?: string }): Verdict {
  const address = parseAddress(page.url);
  const { host = '', isOddHost = false, path = '', query = '' } = address ?? {};
  return decide(index, { host, isOddHost, path, query, title: (page.title ?? '').slice(0, maxTitleLength).toLowerCase(), fileName: address?.fileName ?? '', mime: '', referrer: 'unrelated' }, 'page');
}
