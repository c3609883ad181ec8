// Scripts and stylesheets that pages asked for and got.
import browser, { type WebRequest } from 'webextension-polyfill';
import type { AnsweredRequest } from '../../../core/traces/detectors/scanner-requests.ts';

export interface PageRequest extends AnsweredRequest {
  readonly tabId: number;
  /** Firefox tells; Chromium leaves it to the tab. */
  readonly isPrivate: boolean | undefined;
}

const kinds: Readonly<Record<string, AnsweredRequest['kind']>> = {
  script: 'script',
  stylesheet: 'style',
};

function initiatorOf(details: WebRequest.OnCompletedDetailsType): string {
  if ('initiator' in details && typeof details.initiator === 'string') return details.initiator;
  const address = details.documentUrl ?? details.originUrl ?? '';
  return URL.canParse(address) ? new URL(address).origin : '';
}

/** Hears of these addresses alone, on hosts that the browser lets us hear of. */
export function onPageRequest(
  patterns: readonly string[],
  listener: (request: PageRequest) => void,
): void {
  if (patterns.length === 0) return;
  browser.webRequest.onCompleted.addListener(
    (details) => {
      const kind = kinds[details.type];
      if (!kind || details.tabId < 0) return;
      const header = details.responseHeaders?.find(
        ({ name }) => name.toLowerCase() === 'content-type',
      );
      listener({
        url: details.url,
        kind,
        status: details.statusCode,
        contentType: header?.value ?? '',
        isFromCache: details.fromCache,
        initiator: initiatorOf(details),
        tabId: details.tabId,
        isPrivate: details.incognito,
      });
    },
    { urls: [...patterns], types: ['script', 'stylesheet'] },
    ['responseHeaders'],
  );
}
