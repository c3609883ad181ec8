// The policy page's view: every key with its effective value and origin, and what was dropped and
// why.
import { settingNames, type SettingName, type Settings } from '../settings/settings.ts';
import { effectiveSettings, type EffectiveSettings, type Origin } from '../policy/effective.ts';
import {
  policyKeys,
  policyNames,
  type PolicyName,
  type PolicyValues,
  type PolicyKey,
} from '../policy/keys.ts';
import { mayProceed } from '../policy/user-rights.ts';
import { valuesInFile } from '../policy/policy-file.ts';
import { policyNotes, type PolicyNote, type PolicyNoteInput } from '../policy/notes.ts';
import { readPolicy } from '../policy/read.ts';
import type { ValidationIssue } from '../settings/validation-issue.ts';
import type { Trouble } from './trouble.ts';

/** Value of a policy-only key that no policy sets; undefined if it has none. */
function defaultWhenUnset(
  name: PolicyName,
  policy: PolicyValues,
  mode: EffectiveSettings['mode'],
): boolean | undefined {
  if (name === 'mayProceed') return mayProceed(policy, mode);
  const key: PolicyKey = policyKeys[name];
  return key.whenUnset;
}

export interface PolicyRow {
  readonly name: PolicyName;
  /**
   * As JSON; empty if nothing is set and there is no default. Omits header values: they may be
   * secrets.
   */
  readonly value: string;
  readonly origin: Origin | 'not-set';
  readonly faults: readonly ValidationIssue[];
  /** Why a valid value has no effect here, or only part of it. */
  readonly notes: readonly PolicyNote[];
}

export interface PolicyView {
  readonly isManaged: boolean;
  /** From the policy itself; empty if it gives none. */
  readonly organizationName: string;
  /** RFC 3339 time of the policy's delivery; null for one that is only being tried. */
  readonly deliveredAt: string | null;
  readonly rows: readonly PolicyRow[];
  /** Faults outside any known key. */
  readonly otherFaults: readonly ValidationIssue[];
  /** The whole page as JSON for support, without header values. */
  readonly asJson: string;
}

/** The policy page's view of the policy in force. */
export interface PolicyPageView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly policy: PolicyView;
  /** What doesn't work here, including what the policy itself withholds. */
  readonly troubles: readonly Trouble[];
}

/** What a pasted document would do, or an error message if it isn't JSON. */
export type TriedPolicy = { readonly policy: PolicyView } | { readonly error: string };

export interface PolicyFacts extends PolicyNoteInput {
  /** The policy as delivered, or a pasted one being tried; null if there is none. */
  readonly raw: unknown;
  readonly deliveredAt: string | null;
  readonly own: Partial<Settings>;
  readonly defaults: Settings;
}

function isSettingName(name: string): name is SettingName {
  return settingNames.some((known) => known === name);
}

function shownValue(
  name: PolicyName,
  values: PolicyValues,
  mode: EffectiveSettings['mode'],
): unknown {
  if (name === 'reportHeaders' && values.reportHeaders) return Object.keys(values.reportHeaders);
  return values[name] ?? defaultWhenUnset(name, values, mode);
}

/** `default` if the policy lists the key in `peopleMayChange` and the key allows it. */
function orderOrigin(
  name: PolicyName,
  values: PolicyValues,
  mode: EffectiveSettings['mode'],
): PolicyRow['origin'] {
  if (values[name] === undefined)
    return defaultWhenUnset(name, values, mode) === undefined ? 'not-set' : 'default';
  return values.peopleMayChange?.includes(name) && policyKeys[name].mayBeDefault
    ? 'policy-default'
    : 'policy';
}

export function buildPolicyView(facts: PolicyFacts): PolicyView {
  const { values, faults } = readPolicy(facts.raw ?? undefined);
  const merged = effectiveSettings(values, facts.own, facts.defaults);
  const notes = policyNotes(values, merged.settings, facts);
  const ofKey = (path: string, name: string) => path === name || path.startsWith(`${name}.`);
  const effective = policyNames.map((name) => ({
    name,
    value: isSettingName(name)
      ? merged.settings[name]
      : shownValue(name, values, merged.settings.mode),
    origin: isSettingName(name)
      ? merged.origins[name]
      : orderOrigin(name, values, merged.settings.mode),
  }));
  const rows = effective.map(({ name, value, origin }): PolicyRow => ({
    name,
    value: value === undefined ? '' : JSON.stringify(value),
    origin,
    faults: faults.filter(({ path }) => ofKey(path, name)),
    notes: notes.filter(({ key }) => key === name),
  }));
  const isManaged = facts.raw !== null && facts.raw !== undefined;
  const { deliveredAt, versions } = facts;
  return {
    isManaged,
    organizationName: values.organizationName ?? '',
    deliveredAt,
    rows,
    otherFaults: faults.filter(({ path }) => !policyNames.some((name) => ofKey(path, name))),
    asJson: JSON.stringify(
      {
        ...versions,
        isManaged,
        deliveredAt,
        values: effective.map(({ value, ...row }) => ({ ...row, value: value ?? null })),
        faults,
        notes,
      },
      null,
      2,
    ),
  };
}

/**
 * Extracts the values from a pasted document or policy file (policy-file.ts), or returns an error
 * message if it isn't JSON. `ids` are our extension ids.
 */
export function parsePastedPolicy(
  text: string,
  ids: readonly string[] = [],
): { readonly raw: unknown } | { readonly error: string } {
  try {
    return { raw: valuesInFile(JSON.parse(text), ids) };
  } catch (error) {
    return { error: error instanceof SyntaxError ? error.message : String(error) };
  }
}
