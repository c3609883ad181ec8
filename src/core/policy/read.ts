// Splits raw managed values into valid ones and a fault for each invalid one. Invalid list entries
// are dropped one by one.
import { success, type Result } from '../base/result.ts';
import { maxElements } from '../settings/settings.ts';
import {
  entryIssue,
  issueAt,
  invalid,
  type IssueCode,
  type IssueReason,
  type ValidationIssue,
} from '../settings/validation-issue.ts';
import {
  checkAddress,
  checkException,
  checkHeaderName,
  checkHeaderValue,
  checkKey,
  checkLanguage,
  checkSentence,
  parseExtraRule,
} from '../settings/validators.ts';
import { unwrapJson } from './unwrap-json.ts';
import { isFeedAddress } from '../update/feed-address.ts';
import {
  policyKeys,
  policyNames,
  type PolicyKey,
  type PolicyName,
  type PolicyValues,
} from './keys.ts';

type Check = (text: string) => Result<string, IssueReason>;

const asId: Check = (text) =>
  /^[A-Za-z0-9][\w .&+'()-]{0,79}$/.test(text.trim()) ? success(text.trim()) : invalid('notId');

const elementChecks: Partial<Record<PolicyName, Check>> = {
  jurisdictions: asId,
  organizationName: (text) => checkSentence(text),
  helpAddress: (text) => checkAddress(text, 'contact'),
  messages: checkSentence,
  approvedAlternatives: asId,
  exceptions: checkException,
  extraRules: (text) => {
    const rule = parseExtraRule(text);
    return rule.ok ? success(text.trim()) : rule;
  },
  feedAddress: (text) => {
    const address = checkAddress(text, 'loopback');
    return !address.ok || isFeedAddress(address.value) ? address : invalid('notFolder');
  },
  feedKeys: checkKey,
  reportAddress: (text) => checkAddress(text, 'loopback'),
  reportHeaders: checkHeaderValue,
  peopleMayChange: (text) => {
    const key = policyNames.find((name) => name === text.trim());
    if (key === undefined) return invalid('notPolicyKey');
    return policyKeys[key].mayBeDefault ? success(key) : invalid('notDefault');
  },
  language: (text) => (text === '' ? success('') : checkLanguage(text)),
};

const nameChecks: Partial<Record<PolicyName, Check>> = {
  messages: (name) => (checkLanguage(name).ok ? success(name) : invalid('nameNotLanguage')),
  reportHeaders: checkHeaderName,
};

/**
 * Faults quote the dropped entry, except for `feedKeys`, where someone may have pasted a private
 * key.
 */
function readList(
  name: PolicyName,
  raw: unknown,
  faults: ValidationIssue[],
): readonly string[] | undefined {
  const value = unwrapJson(raw, '[');
  if (!Array.isArray(value)) {
    faults.push(issueAt(name, 'notList'));
    return undefined;
  }
  if (value.length > maxElements) faults.push(issueAt(name, 'tooMany', value.length, maxElements));
  const good: string[] = [];
  for (const [index, element] of value.slice(0, maxElements).entries()) {
    const checked =
      typeof element === 'string' ? (elementChecks[name] ?? success)(element) : invalid('notText');
    if (checked.ok) good.push(checked.value);
    else
      faults.push(
        entryIssue(name, index, checked.error, name === 'feedKeys' ? undefined : element),
      );
  }
  return good;
}

function readMap(
  name: PolicyName,
  raw: unknown,
  faults: ValidationIssue[],
): Readonly<Record<string, string>> | undefined {
  const value = unwrapJson(raw, '{');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(issueAt(name, 'notMap'));
    return undefined;
  }
  const good: [string, string][] = [];
  for (const [key, element] of Object.entries(value).slice(0, maxElements)) {
    const checkedName = (nameChecks[name] ?? success)(key);
    const checked =
      typeof element === 'string' ? (elementChecks[name] ?? success)(element) : invalid('notText');
    if (!checkedName.ok)
      faults.push(
        issueAt(`${name}.${key.slice(0, 64)}`, checkedName.error.code, ...checkedName.error.values),
      );
    else if (!checked.ok)
      faults.push(
        issueAt(`${name}.${key.slice(0, 64)}`, checked.error.code, ...checked.error.values),
      );
    else good.push([checkedName.value, checked.value]);
  }
  return Object.fromEntries(good);
}

function readKey(
  name: PolicyName,
  key: PolicyKey,
  raw: unknown,
  faults: ValidationIssue[],
): unknown {
  const fault = (code: IssueCode, ...values: readonly (string | number)[]): undefined => {
    faults.push(issueAt(name, code, ...values));
    return undefined;
  };
  switch (key.type) {
    case 'choice':
      return key.values.includes(raw as string) ? raw : fault('notOneOf', key.values.join(', '));
    case 'switch':
      return typeof raw === 'boolean'
        ? raw
        : raw === 0 || raw === 1
          ? raw === 1
          : fault('notSwitch');
    case 'number':
      return typeof raw === 'number' && Number.isInteger(raw) && raw >= key.min && raw <= key.max
        ? raw
        : fault('notNumber', key.min, key.max);
    case 'list':
      return readList(name, raw, faults);
    case 'map':
      return readMap(name, raw, faults);
    case 'text': {
      if (typeof raw !== 'string') return fault('notText');
      const checked = (elementChecks[name] ?? success)(raw);
      return checked.ok ? checked.value : fault(checked.error.code, ...checked.error.values);
    }
  }
}

/**
 * Reads the values the browser delivered. Never throws; `faults` gives the path of each dropped key
 * or entry.
 */
export function readPolicy(raw: unknown): {
  readonly values: PolicyValues;
  readonly faults: readonly ValidationIssue[];
} {
  const faults: ValidationIssue[] = [];
  if (raw === undefined || raw === null) return { values: {}, faults };
  if (typeof raw !== 'object' || Array.isArray(raw))
    return { values: {}, faults: [issueAt('', 'notObject')] };

  const values: Record<string, unknown> = {};
  for (const [name, element] of Object.entries(raw)) {
    const known = policyNames.find((candidate) => candidate === name);
    if (known === undefined) {
      // Enough is said; what is known is read wherever it is.
      if (faults.length >= maxElements) continue;
      const meant = policyNames.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
      faults.push(
        meant === undefined
          ? issueAt(name.slice(0, 64), 'notPolicyKey')
          : issueAt(name.slice(0, 64), 'otherCase', meant),
      );
      continue;
    }
    const value = readKey(known, policyKeys[known], element, faults);
    if (value !== undefined) values[known] = value;
  }
  if (
    values['feedAddress'] !== undefined &&
    !(values['feedKeys'] as readonly string[] | undefined)?.length
  ) {
    faults.push(issueAt('feedAddress', 'noFeedKey'));
    delete values['feedAddress'];
  }
  return { values: values as PolicyValues, faults };
}
