// Requests of the policy page: the policy in force, and what a pasted document would do, read by
// the same code.
import { parseExtraRule } from '../../core/settings/validators.ts';
import {
  buildPolicyView,
  parsePastedPolicy,
  type PolicyView,
  type PolicyPageView,
  type TriedPolicy,
} from '../../core/view/policy.ts';
import { readPolicy } from '../../core/policy/read.ts';
import { textDirection } from '../../core/i18n/bidi.ts';
import { defaultSettings, type Settings } from '../../core/settings/settings.ts';
import type { RequestOf } from '../../messages.ts';
import { hasAccess } from '../../platform/worker/access/host-access.ts';
import { ownId, ownVersion } from '../../platform/worker/runtime.ts';
import { isEverySiteAllowed } from '../../platform/worker/access/site-scripts.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { findWithheld } from '../page/troubles.ts';
import { policy } from '../policy/managed.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** Hosts of additional rules that we have access to. */
async function reachedHosts(raw: unknown): Promise<ReadonlySet<string>> {
  const hosts = (readPolicy(raw ?? undefined).values.extraRules ?? []).flatMap((text) => {
    const rule = parseExtraRule(text);
    return rule.ok && rule.value.kind === 'host' ? rule.value.pattern : [];
  });
  const reached = await Promise.all(
    [...new Set(hosts)].map(async (host) => ((await hasAccess(`*://${host}/*`)) ? host : [])),
  );
  return new Set(reached.flat());
}

async function view(
  raw: unknown,
  deliveredAt: string | null,
  own: Partial<Settings>,
): Promise<PolicyView> {
  const [{ advisory }, reached] = await Promise.all([currentAdvisory(), reachedHosts(raw)]);
  return buildPolicyView({
    raw,
    deliveredAt,
    own,
    defaults: defaultSettings(),
    known: {
      jurisdictions: advisory.jurisdictions.map(({ id }) => id),
      alternatives: advisory.alternatives.products.map(({ id }) => id),
      languages: advisory.languages,
    },
    isEverySiteAllowed: await isEverySiteAllowed(),
    reachesHost: (host) => reached.has(host),
    versions: { extension: ownVersion(), advisory: advisory.version },
  });
}

export async function getPolicyView(): Promise<PolicyPageView> {
  const [{ advisory }, settings, { raw, deliveredAt }] = await Promise.all([
    currentAdvisory(),
    effectiveSettings(),
    policy(),
  ]);
  const { language } = await currentLocale(settings, advisory);
  await findWithheld();
  return {
    language,
    direction: textDirection(language),
    policy: await view(raw, deliveredAt, await read(state.settings)),
    troubles: await read(state.troubles),
  };
}

export async function tryPolicy({ text }: RequestOf<'try-policy'>): Promise<TriedPolicy> {
  const pasted = parsePastedPolicy(text, [ownId()]);
  // Evaluated without this computer's own settings.
  return 'error' in pasted ? pasted : { policy: await view(pasted.raw, null, {}) };
}
