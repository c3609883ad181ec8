import { labelBehaviors, type Label } from './model/labels.ts';
import { parseAddress } from './matching/address.ts';
import { behindRelay } from './behind-relay.ts';
import { classifyAddress } from './classify-address.ts';
import { decide } from './engine/decide.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

export interface DownloadInput {
  readonly url: string;
  /** After all redirects. */
  readonly finalUrl?: string;
  readonly referrer?: string;
  /** Label of the referring page, if more than its URL is known. */
  readonly referrerLabel?: Label | undefined;
  /** A name, or a path of this computer that ends in it. */
  readonly fileName?: string;
  readonly mime?: string;
}

const maxFileNameLength = 255;

/**
 * Without what can be in a name and not be seen there, what systems drop at its ends, and what
 * browsers put before it for folders (`_.._`); letters of full width are letters.
 */
function baseName(path: string): string {
  const [name = ''] = path.slice(-4096).split(/[\\/]/).slice(-1);
  return name
    .slice(0, maxFileNameLength)
    .normalize('NFKC')
    .replace(/\p{C}/gu, '')
    .replace(/^[\s._-]+|[\s.]+$/g, '');
}

/**
 * How firmly a verdict speaks: one that asks, then one that lets through knowingly, then silence.
 */
function weight({ label, rule }: Verdict): number {
  if (labelBehaviors[label].download === 'ask') return 3;
  return rule === 'no-rule' ? 0 : label === 'mention' ? 1 : 2;
}

/** A `blob:` address is random; the page's site is in it. */
function madeAt(url: string | undefined): string | undefined {
  return url?.startsWith('blob:') && URL.canParse(url) ? `${new URL(url).origin}/` : url;
}

/**
 * The verdict of a download, from all that the browser tells: the final address counts first, then
 * the one that was asked for. A file name decides alone only where there is no address; an address
 * that is known for something else isn't overruled by it.
 */
export function classifyDownload(index: RuleIndex, facts: DownloadInput): Verdict {
  const name = baseName(facts.fileName ?? '');
  const addresses = [facts.finalUrl, facts.url]
    .map(madeAt)
    .filter((url, place, all): url is string => !!url && all.indexOf(url) === place);
  const referrer =
    facts.referrerLabel ??
    (facts.referrer ? classifyAddress(index, { url: facts.referrer }).label : 'unrelated');
  const mime = (facts.mime ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const verdicts = addresses.flatMap((url) => {
    const outer = parseAddress(url);
    const behind = outer && behindRelay(index, outer.host, url);
    const address = behind ? parseAddress(behind) : outer;
    if (!address) return [];
    const { host, isOddHost, path, query } = address;
    const names = [...new Set([name, baseName(address.fileName)])].filter(Boolean);
    return (names.length > 0 ? names : ['']).map((fileName) =>
      decide(
        index,
        { host, isOddHost, path, query, title: '', fileName, mime, referrer },
        'download',
      ),
    );
  });
  if (verdicts.length === 0)
    return decide(
      index,
      {
        host: '',
        isOddHost: false,
        path: '',
        query: '',
        title: '',
        fileName: name,
        mime,
        referrer,
      },
      'filename',
    );
  return verdicts.reduce((best, verdict) => (weight(verdict) > weight(best) ? verdict : best));
}
