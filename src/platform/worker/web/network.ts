// The browser's network rules, and the navigations they stopped.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { NetworkRule } from '../../../core/block/network-rule.ts';

const api = browser.declarativeNetRequest;

/** Hosts the manifest asks access for, as patterns such as `*.example.com`. */
function namedHosts(): string[] {
  const { host_permissions: patterns = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: readonly string[];
  };
  return patterns
    .map((pattern) => pattern.replace(/^\*:\/\//, '').replace(/\/.*$/, ''))
    .filter((host) => host !== '*');
}

const hasLastDot = (host: string): boolean => host.endsWith('.');

/** The named hosts, each once, without a dot at the end. */
export function packagedHosts(): string[] {
  return namedHosts().filter((host) => !hasLastDot(host));
}

/**
 * Firefox takes `example.com.` for another host than `example.com`, so its manifest names both, and
 * its rules must.
 */
function spelling(): (domains: readonly string[]) => string[] {
  const isTwice = namedHosts().some(hasLastDot);
  return (domains) => domains.flatMap((host) => (isTwice ? [host, `${host}.`] : host));
}

function respelled(rules: readonly NetworkRule[]): NetworkRule[] {
  const spell = spelling();
  return rules.map((rule) => {
    const { requestDomains } = rule.condition;
    return requestDomains
      ? { ...rule, condition: { ...rule.condition, requestDomains: spell(requestDomains) } }
      : rule;
  });
}

/** Rules that survive a browser restart. */
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

/** Replaces all persistent rules in one step. Skips expressions the browser can't handle. */
export async function replaceStandingRules(rules: readonly NetworkRule[]): Promise<void> {
  const removeRuleIds = (await api.getDynamicRules()).map(({ id }) => id);
  const replaceWith = (all: readonly NetworkRule[]) =>
    api.updateDynamicRules({
      removeRuleIds,
      addRules: respelled(all) as unknown as DeclarativeNetRequest.Rule[],
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

/** Allows these hosts until the browser closes. */
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
            condition: {
              requestDomains: spelling()(domains),
              resourceTypes: ['main_frame' as const],
            },
          },
        ];
  await api.updateSessionRules({ removeRuleIds, addRules });
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
