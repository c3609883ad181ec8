// One input of any kind -> its verdict; the same for the command line and the tester of the options page.
import { classifyDownload } from './classify-download.ts';
import { classifyPage } from './classify-page.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

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
