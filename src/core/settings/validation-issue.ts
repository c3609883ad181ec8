// Problems with a value in a policy or settings file: a code, worded by the interface string
// `fault_CODE`, and the values to insert. issue-messages.json is generated from the English
// strings.
import type issueMessages from './issue-messages.json';
import { failure, type Fault, type Result } from '../base/result.ts';

/** The English strings themselves stay out of the worker. */
export type IssueCode = keyof typeof issueMessages;

export interface IssueReason {
  readonly code: IssueCode;
  /** Replace $1, $2, ... */
  readonly values: readonly string[];
}

export interface ValidationIssue extends Fault, IssueReason {
  /** Position in a list, counted from 1. */
  readonly entry?: number;
  /** The rejected value, shortened; absent if it may be a secret. */
  readonly given?: string;
}

export function invalid(
  code: IssueCode,
  ...values: readonly (string | number)[]
): Result<never, IssueReason> {
  return failure({ code, values: values.map(String) });
}

export function issueAt(
  path: string,
  code: IssueCode,
  ...values: readonly (string | number)[]
): ValidationIssue {
  const words = values.map(String);
  return {
    path,
    message: [code, ...words].join(' '),
    code,
    values: words,
  };
}

/** An issue with a list entry. `given` is shown if it is text. */
export function entryIssue(
  list: string,
  index: number,
  { code, values }: IssueReason,
  given: unknown,
): ValidationIssue {
  const shown = typeof given === 'string' && {
    given: given.length > 80 ? `${given.slice(0, 79)}…` : given,
  };
  return { ...issueAt(`${list}.${index}`, code, ...values), entry: index + 1, ...shown };
}
