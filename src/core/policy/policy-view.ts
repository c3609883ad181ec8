// The policy page as data: every key, its effective value, where it comes from, and what was dropped and why.
import type { Fault } from '../result.ts';
import { settingNames, type Settings } from '../settings.ts';
import { effectiveSettings, type Origin } from './effective.ts';
import { policyKeys, policyNames, type PolicyName } from './keys.ts';
import { readPolicy } from './read.ts';

export interface PolicyRow {
  readonly name: PolicyName;
  readonly title: string;
  readonly about: string;
  /** As JSON; empty where nothing is set and there is no default. */
  readonly value: string;
  readonly origin: Origin | 'not-set';
  readonly faults: readonly Fault[];
}

export interface PolicyView {
  readonly isManaged: boolean;
  /** RFC 3339; when the browser delivered the policy. */
  readonly deliveredAt: string | null;
  readonly rows: readonly PolicyRow[];
  /** Faults of no known key. */
  readonly otherFaults: readonly Fault[];
  /** The whole page as JSON, for support. Header values are left out: they may be secrets. */
  readonly asJson: string;
}

function isSettingName(name: string): name is keyof Settings {
  return settingNames.some((known) => known === name);
}

/** `raw` is the policy as delivered, or a pasted one that is only tried. */
export function buildPolicyView(facts: { raw: unknown; deliveredAt: string | null; own: Partial<Settings>; defaults: Settings }): PolicyView {
  const { values, faults } = readPolicy(facts.raw ?? undefined);
  const merged = effectiveSettings(values, facts.own, facts.defaults);
  const ofKey = (fault: Fault, name: string) => fault.path === name || fault.path.startsWith(`${name}.`);
  const rows = policyNames.map((name): PolicyRow => {
    const ordered = values[name];
    const value = isSettingName(name) ? merged.settings[name] : name === 'reportHeaders' && ordered ? Object.keys(ordered) : ordered;
    return {
      name,
      title: policyKeys[name].title,
      about: policyKeys[name].about,
      value: value === undefined ? '' : JSON.stringify(value),
      origin: isSettingName(name) ? merged.origins[name] : ordered === undefined ? 'not-set' : 'policy',
      faults: faults.filter((fault) => ofKey(fault, name)),
    };
  });
  const otherFaults = faults.filter((fault) => !policyNames.some((name) => ofKey(fault, name)));
  const isManaged = facts.raw !== null && facts.raw !== undefined;
  const json = { isManaged, deliveredAt: facts.deliveredAt, values: rows.map(({ name, value, origin }) => ({ name, value, origin })), faults };
  return { isManaged, deliveredAt: facts.deliveredAt, rows, otherFaults, asJson: JSON.stringify(json, null, 2) };
}

/** Reads a pasted document as if it were a policy; an error in words where it isn't even JSON. */
export function parsePastedPolicy(text: string): { readonly raw: unknown } | { readonly error: string } {
  try {
    return { raw: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error instanceof SyntaxError ? error.message : String(error) };
  }
}
