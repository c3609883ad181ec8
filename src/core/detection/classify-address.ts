import { parseAddress, type Address } from './matching/address.ts';
import { hostBehindRelay, relayedReason } from './matching/relay.ts';
import { decide } from './engine/decide.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

/** What a person may see in a title; the rest of a megabyte is not looked at. */
export const maxTitleLength = 1000;

export interface AddressedPage {
  readonly url: string;
  readonly title?: string;
}

const nowhere: Address = { host: '', isOddHost: false, path: '', query: '', fileName: '' };

/** The same, and that it is seen through a relay. */
function throughRelay({ reason, ...verdict }: Verdict): Verdict {
  const said = Object.entries(relayedReason).flatMap(([language, text]) =>
    reason[language] ? [[language, `${reason[language]} ${text}`]] : [],
  );
  return { ...verdict, reason: { en: '', ...Object.fromEntries(said) } };
}

/** The verdict of a page by its address and title alone. Never throws; what is no web address is `unrelated`. */
export function classifyAddress(index: RuleIndex, { url, title = '' }: AddressedPage): Verdict {
  const words = title === '' ? '' : title.slice(0, maxTitleLength).toLowerCase();
  if (index.glance.canSkip(url, words)) return index.silence;
  const { host, isOddHost, path, query, fileName } = parseAddress(url) ?? nowhere;
  const behind = hostBehindRelay(host);
  if (behind !== null)
    return throughRelay(
      classifyAddress(index, { url: `https://${behind}/${path.slice(1)}`, title }),
    );
  return decide(
    index,
    { host, isOddHost, path, query, title: words, fileName, mime: '', referrer: 'unrelated' },
    'page',
  );
}
