// What can be wrong with a value of a policy or a settings file: a code, whose words are the interface's
// `fault_CODE`, and the values that stand in them. issue-messages.json is their English, generated.
import issueMessages from './issue-messages.json' with { type: 'json' };
import { failure, type Fault, type Result } from '../base/result.ts';

export type IssueCode = keyof typeof issueMessages;

export interface IssueReason {
  readonly code: IssueCode;
  /** In place of $1, $2, ... */
  readonly values: readonly string[];
}

export interface ValidationIssue extends Fault, IssueReason {
  /** Of a list: which entry it is, counted from 1. */
  readonly entry?: number;
  /** What stood there, shortened, where that can be no secret. */
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
    message: issueMessages[code].replace(
      /\$([1-9])/g,
      (_, place: string) => words[Number(place) - 1] ?? '',
    ),
    code,
    values: words,
  };
}

/** Of a list's entry. `given` is shown where it is a text. */
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
