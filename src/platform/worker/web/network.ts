// The browser's network rules.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { NetworkRule } from '../../../core/block/network-rule.ts';
import { namedPatterns } from '../runtime.ts';

const api = browser.declarativeNetRequest;

/** Hosts the manifest asks access for, as patterns such as `*.example.com`. */
function namedHosts(): string[] {
  return namedPatterns()
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
