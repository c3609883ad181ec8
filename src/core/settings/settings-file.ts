// Saves a person's settings to a file and reads them back, part by part.
import { productId } from '../brand.ts';
import * as v from 'valibot';
import { isRecord } from '../base/records.ts';
import { checkException, checkLanguage } from './validators.ts';
import { failure, success, type Result } from '../base/result.ts';
import {
  maxElements,
  snoozeDaysRange,
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

const kind = `${productId}-settings`;
const format = 1;
/** More than any settings need; longer text is not read. */
export const maxFileCharacters = 1_000_000;

interface ReadSettings {
  /** Values to apply: valid, and free for the person to set. */
  readonly accepted: Partial<Settings>;
  /** Enforced by policy, so left unchanged. */
  readonly locked: readonly SettingName[];
  /** Parts that are not used, such as `exceptions.2`, each with its reason. */
  readonly faults: readonly ValidationIssue[];
}

/** The file's text: JSON that people can read too. `now` in ms since 1970. */
export function settingsFile(own: Partial<Settings>, now: number): string {
  return `${JSON.stringify({ kind, format, savedAt: new Date(now).toISOString(), settings: own }, null, 2)}\n`;
}

const isId = (text: string): Result<string, IssueReason> =>
  /^[a-z0-9][a-z0-9.-]{0,79}$/.test(text) ? success(text) : invalid('notPlace');
const elementChecks: Partial<Record<SettingName, (text: string) => Result<string, IssueReason>>> = {
  exceptions: checkException,
  jurisdictions: isId,
};

/** Invalid entries are dropped one by one, as in a policy. */
function readList(
  name: SettingName,
  list: readonly unknown[],
  faults: ValidationIssue[],
): string[] {
  const good = new Set<string>();
  if (list.length > maxElements) faults.push(issueAt(name, 'tooMany', list.length, maxElements));
  list.slice(0, maxElements).forEach((element, index) => {
    const checked =
      typeof element === 'string' ? (elementChecks[name] ?? success)(element) : invalid('notText');
    if (checked.ok) good.add(checked.value);
    else faults.push(entryIssue(name, index, checked.error, element));
  });
  return [...good];
}

/** The fault for a setting whose whole value is invalid. */
function wholeFault(name: SettingName): ValidationIssue {
  switch (name) {
    case 'mode':
      return issueAt(name, 'notOneOf', settingSchemas.mode.wrapped.options.join(', '));
    case 'snoozeDays':
      return issueAt(name, 'notNumber', snoozeDaysRange.min, snoozeDaysRange.max);
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

/** Fails only if it is no settings file; otherwise accepts the valid parts and lists the others. */
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
      // Enough is said; what is known is read wherever it is.
      if (faults.length < maxElements) faults.push(issueAt(name.slice(0, 64), 'notSetting'));
    } else if (locked.includes(known)) {
      left.push(known);
    } else {
      const value = readSetting(known, raw, faults);
      if (value !== undefined) accepted[known] = value;
    }
  }
  return success({ accepted: accepted as Partial<Settings>, locked: left, faults });
}
