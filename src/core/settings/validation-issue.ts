// What can be wrong with a value of a policy or a settings file: a code, which the interface has words for (`fault_…`), and the values that
// stand in them. The English words go into reports to administrators and onto the command line.
import { failure, type Fault, type Result } from '../base/result.ts';

export const issueMessages = {
  notHost: 'is not a host name, nor *. and a host name',
  targetNotHost: 'target is not a host name, nor *. and a host name',
  notAddress: 'is not an address',
  hasLogin: 'must not hold a user name or password',
  notHttps: 'must begin with https:',
  notHttpsOrMail: 'must begin with https: or mailto:',
  ipv6Loopback:
    'browsers let extensions reach this computer by name or IPv4 alone: write http://localhost or http://127.0.0.1',
  notFolder: 'must be the address of a folder, without ? or #',
  notLanguage: 'is not a language tag such as en or pt-BR',
  nameNotLanguage: 'its name is not a language tag such as en or pt-BR',
  notKey: 'is not an Ed25519 public key in base64url (43 characters)',
  isEmpty: 'is empty',
  tooLong: 'is longer than $1 characters',
  notHeaderValue: 'is not a header value (printable ASCII)',
  nameNotHeader: 'its name is not a header name',
  nameForbiddenHeader: 'its name is a header that cannot be set',
  noLabel: 'must begin with a label: $1',
  notLabelAndTarget: 'must be a label, one space and one target',
  fileTooWide: 'needs at least three letters or digits in the file name',
  hostTooShort: 'needs a full host name',
  notId: 'is not an id or a name',
  notPlace: 'is not an id of a place',
  notText: 'must be a text',
  notList: 'must be a list of texts',
  notMap: 'must be an object of texts',
  notObject: 'must be an object',
  tooMany: 'has $1 elements; only the first $2 are used',
  notOneOf: 'must be one of: $1',
  notSwitch: 'must be true or false',
  notNumber: 'must be a whole number from $1 to $2',
  notPolicyKey: 'is not a key of this policy',
  otherCase: 'is not a key; write $1',
  notDefault: 'can only be an order, not a default',
  noFeedKey: 'needs at least one good key in feedKeys; without one the feed is not used',
  notSetting: 'is not a setting of this version',
} as const;

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
