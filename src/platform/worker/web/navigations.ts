// Navigations of whole tabs: their start, where they were led elsewhere, and those that a rule stopped.
import browser from 'webextension-polyfill';
import { namedPatterns } from '../runtime.ts';

/**
 * A tab begins to ask a server for a page; only for hosts that the manifest names, whatever else a
 * person gave access to.
 */
export function onNavigationStarted(listener: () => void): void {
  browser.webRequest.onBeforeRequest.addListener(() => listener(), {
    urls: [...namedPatterns()],
    types: ['main_frame'],
  });
}

export interface StoppedNavigation {
  readonly tabId: number;
  readonly url: string;
  /**
   * True in Chromium, whose error page stays in the tab's history; Firefox stays on the page
   * before.
   */
  readonly leavesEntry: boolean;
}

/** The engines' error codes for a navigation a rule stopped; other causes share them. */
const stoppedBy = ['net::ERR_BLOCKED_BY_CLIENT', 'NS_ERROR_ABORT'];

/** Reports top-level navigations that ended with such a code, only for hosts we have access to. */
export function onNavigationStopped(listener: (navigation: StoppedNavigation) => void): void {
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      const isAhead = 'documentLifecycle' in details && details.documentLifecycle === 'prerender';
      if (
        details.frameId === 0 &&
        details.tabId >= 0 &&
        !isAhead &&
        stoppedBy.includes(details.error)
      )
        listener({
          tabId: details.tabId,
          url: details.url,
          leavesEntry: details.error.startsWith('net::'),
        });
    },
    { urls: ['*://*/*'], types: ['main_frame'] },
  );
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Redirects of whole tabs, only from hosts that we have access to. */
export function onNavigationRedirected(listener: (redirect: Redirect) => void): void {
  browser.webRequest.onBeforeRedirect.addListener(
    ({ url, redirectUrl }) => listener({ from: url, to: redirectUrl }),
    { urls: ['*://*/*'], types: ['main_frame'] },
  );
}
