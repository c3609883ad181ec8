// The browser's own rules for the network, and what became of navigations that they stopped.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { NetworkRule } from '../../core/block/network-rule.ts';

const api = browser.declarativeNetRequest;

/** Rules that stay over restarts of the browser. */
export async function standingRules(): Promise<unknown[]> {
  return api.getDynamicRules();
}

async function supported(rules: readonly NetworkRule[]): Promise<NetworkRule[]> {
  const answers = await Promise.all(
    rules.map(async (rule) => {
      const { regexFilter } = rule.condition;
      return regexFilter === undefined ||
        (await api.isRegexSupported({ regex: regexFilter, isCaseSensitive: false })).isSupported
        ? rule
        : [];
    }),
  );
  return answers.flat();
}

/** Puts these rules in place of all that stand, in one step. A browser that can't hold one of the expressions gets the others. */
export async function replaceStandingRules(rules: readonly NetworkRule[]): Promise<void> {
  const removeRuleIds = (await api.getDynamicRules()).map(({ id }) => id);
  const replaceWith = (all: readonly NetworkRule[]) =>
    api.updateDynamicRules({
      removeRuleIds,
      addRules: all as unknown as DeclarativeNetRequest.Rule[],
    });
  try {
    await replaceWith(rules);
  } catch (cause) {
    console.warn(
      'The browser refused a rule for the network; those that it can hold are set.',
      cause,
    );
    await replaceWith(await supported(rules));
  }
}

/** Lets a host pass until the browser closes. */
export async function replacePasses(domains: readonly string[]): Promise<void> {
  const removeRuleIds = (await api.getSessionRules()).map(({ id }) => id);
  const addRules =
    domains.length === 0
      ? []
      : [
          {
            id: 1,
            priority: 2_000_000,
            action: { type: 'allow' as const },
            condition: { requestDomains: [...domains], resourceTypes: ['main_frame' as const] },
          },
        ];
  await api.updateSessionRules({ removeRuleIds, addRules });
}

export interface StoppedNavigation {
  readonly tabId: number;
  readonly url: string;
  /** Chromium shows an error page of its own, which stays in the tab's history; Firefox leaves the page before. */
  readonly leavesEntry: boolean;
}

/** What Chromium and Firefox call a navigation that a rule stopped; other causes may bear the same name. */
const stoppedBy = ['net::ERR_BLOCKED_BY_CLIENT', 'NS_ERROR_ABORT'];

/** Navigations of whole tabs that ended as a stopped one does. Told of hosts that we may act on, and of no other. */
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

/** Match patterns of the hosts that the package asks leave for, as host patterns: `*.example.com`. */
export function packagedHosts(): string[] {
  const { host_permissions: patterns = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: readonly string[];
  };
  return patterns
    .map((pattern) => pattern.replace(/^\*:\/\//, '').replace(/\/.*$/, ''))
    .filter((host) => host !== '*');
}
