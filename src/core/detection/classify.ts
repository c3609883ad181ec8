// Classifies one input of any kind, for the command line and the tester of the options page.
import { weighAddress } from './classify-address.ts';
import { classifyDownload } from './classify-download.ts';
import { classifyPage } from './classify-page.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';
import type { Weighed } from './signs/scorer.ts';

export type Classified =
  | { readonly type: 'url'; readonly url: string; readonly title?: string | undefined }
  | { readonly type: 'domain'; readonly url: string }
  | {
      readonly type: 'download';
      readonly url: string;
      readonly filename?: string | undefined;
      readonly referrer?: string | undefined;
    }
  | { readonly type: 'filename'; readonly filename: string };

export function classify(index: RuleIndex, input: Classified): Verdict {
  switch (input.type) {
    case 'url':
      return classifyPage(index, { url: input.url, title: input.title ?? '' });
    case 'domain':
      return classifyPage(index, {
        url: input.url.includes('://') ? input.url : `https://${input.url}/`,
      });
    case 'download':
      return classifyDownload(index, {
        url: input.url,
        fileName: input.filename ?? '',
        referrer: input.referrer ?? '',
      });
    case 'filename':
      return classifyDownload(index, { url: '', fileName: input.filename });
  }
}

/** A verdict with its calculation. */
export interface Explained {
  readonly verdict: Verdict;
  /** What the signs weighed; null if a rule of a higher rank decided, or there is nothing to weigh. */
  readonly weighed: Weighed | null;
}

/** The verdict of an input, and what it was weighed from. */
export function explain(index: RuleIndex, input: Classified): Explained {
  const verdict = classify(index, input);
  if (input.type === 'filename' || !index.leavesToSigns(verdict.rule)) {
    return { verdict, weighed: null };
  }
  const url = input.url.includes('://') ? input.url : `https://${input.url}/`;
  const title = input.type === 'url' ? (input.title ?? '') : '';
  return { verdict, weighed: weighAddress(index, { url, title }) };
}
