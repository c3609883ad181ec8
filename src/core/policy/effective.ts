// Merges policy, the person's settings and defaults, in that order of precedence, with each value's
// origin.
import { settingNames, type SettingName, type Settings } from '../settings/settings.ts';
import type { PolicyValues } from './keys.ts';

export type Origin = 'policy' | 'policy-default' | 'person' | 'default';

/** Only policy can set `block`; a person's own choices are `inform` and `warn`. */
export type EffectiveSettings = Omit<Settings, 'mode'> & {
  readonly mode: Settings['mode'] | 'block';
};

export interface Effective {
  readonly settings: EffectiveSettings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  /** Settings that policy enforces. */
  readonly locked: readonly SettingName[];
}

/**
 * Merges the three. `person` holds only what the person set, `defaults` everything. A key listed in
 * `peopleMayChange` is only a default, which the person's own choice overrides.
 */
export function effectiveSettings(
  policy: PolicyValues,
  person: Partial<Settings>,
  defaults: Settings,
): Effective {
  const open = new Set<string>(policy.peopleMayChange ?? []);
  const settings: Record<string, unknown> = {};
  const origins: Partial<Record<SettingName, Origin>> = {};
  const locked: SettingName[] = [];
  const ordered: Partial<Record<string, unknown>> = policy;
  for (const name of settingNames) {
    const order = ordered[name];
    const own = person[name];
    if (order !== undefined && !open.has(name)) {
      settings[name] = order;
      origins[name] = 'policy';
      locked.push(name);
    } else if (own !== undefined) {
      settings[name] = own;
      origins[name] = 'person';
    } else if (order !== undefined) {
      settings[name] = order;
      origins[name] = 'policy-default';
    } else {
      settings[name] = defaults[name];
      origins[name] = 'default';
    }
  }
  return {
    settings: settings as unknown as EffectiveSettings,
    origins: origins as Record<SettingName, Origin>,
    locked,
  };
}

/** What a policy says about something that a browser must allow, too: enforced on or off, suggested, or nothing. */
type Order = 'on' | 'off' | 'suggested' | null;

function orderOf(policy: PolicyValues, name: 'watchEverySite' | 'lookForTraces'): Order {
  const wanted = policy[name];
  if (wanted === undefined) return null;
  if (policy.peopleMayChange?.includes(name)) return wanted ? 'suggested' : null;
  return wanted ? 'on' : 'off';
}

export function everySitePolicy(policy: PolicyValues): Order {
  return orderOf(policy, 'watchEverySite');
}

export function tracePolicy(policy: PolicyValues): Order {
  return orderOf(policy, 'lookForTraces');
}
