// Scripts and stylesheets that pages asked for, and whether they got them.
import browser, { type WebRequest } from 'webextension-polyfill';
import type { AnsweredRequest } from '../../../core/traces/detectors/scanner-requests.ts';

export interface PageRequest extends AnsweredRequest {
  readonly tabId: number;
  /** Absent in Firefox up to some version. */
  readonly documentId: string | undefined;
  /** Asked by the tab's own document and not by a frame in it. */
  readonly isOfTab: boolean;
  /** Firefox tells; Chromium leaves it to the tab. */
  readonly isPrivate: boolean | undefined;
}

type Details = WebRequest.OnCompletedDetailsType | WebRequest.OnErrorOccurredDetailsType;

const kinds: Readonly<Record<string, AnsweredRequest['kind']>> = {
  script: 'script',
  stylesheet: 'style',
};

function initiatorOf(details: Details): string {
  if ('initiator' in details && typeof details.initiator === 'string') return details.initiator;
  const address = details.documentUrl ?? details.originUrl ?? '';
  return URL.canParse(address) ? new URL(address).origin : '';
}

function documentOf(details: Details): string | undefined {
  return 'documentId' in details && typeof details.documentId === 'string'
    ? details.documentId
    : undefined;
}

/** Hears of these addresses alone, on hosts that the browser lets us hear of; answered or not. */
export function onPageRequest(
  patterns: readonly string[],
  listener: (request: PageRequest) => void,
): void {
  if (patterns.length === 0) return;
  const hear = (details: Details) => {
    const kind = kinds[details.type];
    if (!kind || details.tabId < 0) return;
    const { statusCode = 0, responseHeaders } = 'statusCode' in details ? details : {};
    const header = responseHeaders?.find(({ name }) => name.toLowerCase() === 'content-type');
    listener({
      url: details.url,
      kind,
      status: statusCode,
      contentType: header?.value ?? '',
      isFromCache: details.fromCache,
      initiator: initiatorOf(details),
      tabId: details.tabId,
      documentId: documentOf(details),
      isOfTab: details.parentFrameId < 0,
      isPrivate: details.incognito,
    });
  };
  const filter: WebRequest.RequestFilter = {
    urls: [...patterns],
    types: ['script', 'stylesheet'],
  };
  browser.webRequest.onCompleted.addListener(hear, filter, ['responseHeaders']);
  browser.webRequest.onErrorOccurred.addListener(hear, filter);
}
