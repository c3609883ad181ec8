// Valid values that have no effect here, or only part of it: unknown to the advisory, or lacking a
// browser permission.
import { otherPlace } from '../advisory/location.ts';
import type { EffectiveSettings } from './effective.ts';
import { parseExtraRule } from '../settings/validators.ts';
import type { PolicyName, PolicyValues } from './keys.ts';

export interface PolicyNoteInput {
  /** Ids and languages of the current advisory. */
  readonly known: {
    readonly jurisdictions: readonly string[];
    readonly alternatives: readonly string[];
    readonly languages: readonly string[];
  };
  /** Whether the browser has granted access to every site, which a policy can't do. */
  readonly isEverySiteAllowed: boolean;
  /** Whether we can act on pages of this host: the package names it, or every site is allowed. */
  readonly reachesHost: (host: string) => boolean;
  readonly versions: { readonly extension: string; readonly advisory: number };
}

/** `id` is the interface string, `values` its inserted values. */
export interface PolicyNote {
  readonly key: PolicyName;
  readonly id:
    | 'unknown-jurisdictions'
    | 'own-alternatives'
    | 'unknown-language'
    | 'no-access'
    | 'hosts-out-of-reach'
    | 'without-address';
  readonly values: readonly string[];
}

/** Hosts of additional rules whose pages we can't watch. Their downloads are still detected. */
function hostsOutOfReach(
  rules: readonly string[],
  reachesHost: (host: string) => boolean,
): string[] {
  const hosts = rules.flatMap((text) => {
    const rule = parseExtraRule(text);
    return rule.ok && rule.value.kind === 'host' && rule.value.label !== 'exempt'
      ? rule.value.pattern
      : [];
  });
  return [...new Set(hosts)].filter((host) => !reachesHost(host));
}

export function policyNotes(
  values: PolicyValues,
  settings: EffectiveSettings,
  { known, isEverySiteAllowed, reachesHost }: PolicyNoteInput,
): PolicyNote[] {
  const missing = (wanted: readonly string[] | undefined, there: readonly string[]) =>
    (wanted ?? []).filter((one) => !there.includes(one));
  const { language } = settings;
  const isSpoken =
    language === '' || known.languages.some((one) => one.split('-')[0] === language.split('-')[0]);
  const all: PolicyNote[] = [
    {
      key: 'jurisdictions',
      id: 'unknown-jurisdictions',
      values: missing(values.jurisdictions, [...known.jurisdictions, otherPlace]),
    },
    {
      key: 'approvedAlternatives',
      id: 'own-alternatives',
      values: missing(values.approvedAlternatives, known.alternatives),
    },
    { key: 'language', id: 'unknown-language', values: isSpoken ? [] : [language] },
    {
      key: 'watchEverySite',
      id: 'no-access',
      values: values.watchEverySite === true && !isEverySiteAllowed ? ['*://*/*'] : [],
    },
    {
      key: 'extraRules',
      id: 'hosts-out-of-reach',
      values: hostsOutOfReach(values.extraRules ?? [], reachesHost),
    },
    {
      key: 'feedKeys',
      id: 'without-address',
      values: values.feedKeys?.length && !values.feedAddress ? ['feedAddress'] : [],
    },
    {
      key: 'reportHeaders',
      id: 'without-address',
      values:
        Object.keys(values.reportHeaders ?? {}).length > 0 && !values.reportAddress
          ? ['reportAddress']
          : [],
    },
  ];
  return all.filter((note) => note.values.length > 0);
}
