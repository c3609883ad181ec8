// Policy over person over default; each value knows where it comes from.
import { settingNames, type SettingName, type Settings } from '../settings/settings.ts';
import type { PolicyValues } from './keys.ts';

export type Origin = 'policy' | 'policy-default' | 'person' | 'default';

/** `block` exists by policy only; a person's own choice ends at `warn`. */
export type EffectiveSettings = Omit<Settings, 'mode'> & {
  readonly mode: Settings['mode'] | 'block';
};

export interface Effective {
  readonly settings: EffectiveSettings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  /** Settings that policy orders, which people can't change. */
  readonly locked: readonly SettingName[];
}

/**
 * Merges. `person` holds only what the person really set; `defaults` everything.
 * A key named in `peopleMayChange` is a default of the policy, which a person's own choice beats.
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

/** How a policy wants every site watched: an order people can't change, a wish they can, or nothing. */
export function everySitePolicy(policy: PolicyValues): 'on' | 'off' | 'wished' | null {
  const wanted = policy.watchEverySite;
  if (wanted === undefined) return null;
  if (policy.peopleMayChange?.includes('watchEverySite')) return wanted ? 'wished' : null;
  return wanted ? 'on' : 'off';
}
