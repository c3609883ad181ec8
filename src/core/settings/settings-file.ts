// Settings as a file: what a person set, to be kept or taken to another computer. Read back part by part.
import { brand } from '../brand.ts';
import * as v from 'valibot';
import { checkHost, checkLanguage } from './validators.ts';
import { failure, success, type Result } from '../base/result.ts';
import {
  mostSnoozeDays,
  settingNames,
  settingSchemas,
  type SettingName,
  type Settings,
} from './settings.ts';
import {
  entryIssue,
  issueAt,
  invalid,
  type IssueReason,
  type ValidationIssue,
} from './validation-issue.ts';

const kind = `${brand.id}-settings`;
const format = 1;
/** More than anybody's settings need; a longer text is not read. */
export const maxFileCharacters = 1_000_000;

export interface ReadSettings {
  /** What counts from now on; only what the file holds, is good, and is the person's to set. */
  readonly accepted: Partial<Settings>;
  /** Ordered by policy, so left as they are. */
  readonly locked: readonly SettingName[];
  /** Parts that are not used, such as `exceptions.2`, each with its reason. */
  readonly faults: readonly ValidationIssue[];
}

/** The text of the file: JSON, made for people to read too. `now` in ms. */
export function settingsFile(own: Partial<Settings>, now: number): string {
  return `${JSON.stringify({ kind, format, savedAt: new Date(now).toISOString(), settings: own }, null, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isId = (text: string): Result<string, IssueReason> =>
  /^[a-z0-9][a-z0-9.-]{0,79}$/.test(text) ? success(text) : invalid('notPlace');
const elementChecks: Partial<Record<SettingName, (text: string) => Result<string, IssueReason>>> = {
  exceptions: checkHost,
  jurisdictions: isId,
};

/** A bad element falls out alone, as in a policy. */
function readList(
  name: SettingName,
  list: readonly unknown[],
  faults: ValidationIssue[],
): string[] {
  const good = new Set<string>();
  list.forEach((element, index) => {
    const checked =
      typeof element === 'string' ? (elementChecks[name] ?? success)(element) : invalid('notText');
    if (checked.ok) good.add(checked.value);
    else faults.push(entryIssue(name, index, checked.error, element));
  });
  return [...good];
}

/** What a whole setting must be. */
function wholeFault(name: SettingName): ValidationIssue {
  switch (name) {
    case 'mode':
      return issueAt(name, 'notOneOf', settingSchemas.mode.wrapped.options.join(', '));
    case 'snoozeDays':
      return issueAt(name, 'notNumber', 1, mostSnoozeDays);
    case 'language':
      return issueAt(name, 'notLanguage');
    case 'jurisdictions':
    case 'exceptions':
      return issueAt(name, 'notList');
  }
}

function readSetting(name: SettingName, raw: unknown, faults: ValidationIssue[]): unknown {
  const value = name in elementChecks && Array.isArray(raw) ? readList(name, raw, faults) : raw;
  const parsed = v.safeParse(settingSchemas[name], value);
  const isGood =
    parsed.success && (name !== 'language' || value === '' || checkLanguage(String(value)).ok);
  if (isGood) return parsed.output;
  faults.push(wholeFault(name));
  return undefined;
}

/** Fails only where the whole is not such a file; else the good parts are accepted and the others named. */
export function readSettingsFile(
  text: string,
  locked: readonly SettingName[],
): Result<ReadSettings, 'too-long' | 'not-json' | 'not-settings' | 'newer-format'> {
  if (text.length > maxFileCharacters) return failure('too-long');
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failure('not-json');
  }
  if (!isRecord(file) || file['kind'] !== kind || !isRecord(file['settings']))
    return failure('not-settings');
  if (file['format'] !== format) return failure('newer-format');

  const faults: ValidationIssue[] = [];
  const accepted: Record<string, unknown> = {};
  const left: SettingName[] = [];
  for (const [name, raw] of Object.entries(file['settings'])) {
    const known = settingNames.find((candidate) => candidate === name);
    if (known === undefined) {
      faults.push(issueAt(name.slice(0, 64), 'notSetting'));
    } else if (locked.includes(known)) {
      left.push(known);
    } else {
      const value = readSetting(known, raw, faults);
      if (value !== undefined) accepted[known] = value;
    }
  }
  return success({ accepted: accepted as Partial<Settings>, locked: left, faults });
}
