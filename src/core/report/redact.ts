// Limits what a report says about a URL or file: no query, no fragment, no token, no unlabeled page,
// no names of people.
import { behaviorOf, type Label } from '../detection/model/labels.ts';
import type { AdvisoryRef } from '../detection/model/verdict.ts';
import type { Attributes } from './attribute-docs.ts';

const maxPathLength = 1024;
const maxNameLength = 255;

/** Pages with any other label are never reported. */
export function isReported(label: Label): boolean {
  return behaviorOf(label).isReported;
}

const redacted = '-';

/**
 * Folders whose next part is personal, in file systems (`/home/…`, `\Users\…`) and on sites
 * (`/user/…`, `/profile/…`).
 */
const personal =
  /^(?:home|users?|u|profiles?|people|members?|accounts?|documents%20and%20settings|documents and settings)$/i;

/** A path part with an email address, `user@host`, or `~name`. */
const naming = /@|%40|^~|^%7e/i;

/** Folders whose next part is a secret, such as `/reset/…`. */
const secretive =
  /^(?:tokens?|sessions?|sid|auth|keys?|secrets?|reset|verify|confirm|invites?|share|unsubscribe)$/i;

const knownTokens = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|^eyJ[\w-]{10,}/i;

/** A part that only a computer would write: long, and letters and digits take turns in it. */
function isToken(part: string): boolean {
  const mixtures = part.match(/[a-z0-9]{20,}/gi) ?? [];
  const turns = (text: string) => text.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  return knownTokens.test(part) || mixtures.some((text) => turns(text) >= 3);
}

/** `?`, `#` or `;` escaped, or a plain `;`: a query in disguise. */
const queryInPath = /%3f|%23|%3b|;/i;

/** Folder separators, including Windows and escaped ones. */
const separators = /[\\/]|%5c|%2f/i;

function decodedTwice(text: string): string {
  // `%2540` is an `@` to a server that decodes twice.
  return text.replaceAll(/%25(?=[0-9a-f]{2})/gi, '%').replaceAll(/%25(?=[0-9a-f]{2})/gi, '%');
}

function redactPath(pathname: string): string {
  const [path = ''] = decodedTwice(pathname).split(queryInPath);
  let hidesNext = false;
  return path
    .split(separators)
    .map((part) => {
      const hides = part !== '' && (hidesNext || naming.test(part) || isToken(part));
      // `/users//jane` is the same folder.
      hidesNext = personal.test(part) || secretive.test(part) || (hidesNext && part === '');
      return hides ? redacted : part;
    })
    .join('/')
    .slice(0, maxPathLength);
}

/** Scheme, host, port and path of a web URL; empty for any other. */
export function addressAttributes(address: string): Attributes {
  if (!URL.canParse(address)) return {};
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return {};
  return {
    'url.scheme': url.protocol.slice(0, -1),
    'url.domain': url.hostname,
    ...(url.port === '' ? {} : { 'url.port': Number(url.port) }),
    'url.path': redactPath(url.pathname),
  };
}

/** A file's base name; its path could contain a person's name. */
export function fileAttributes(fileName: string): Attributes {
  const [plain = ''] = decodedTwice(fileName).split(/[?#;]|%3f|%23|%3b/i);
  const base = (plain.split(separators).at(-1) ?? '').replaceAll(/\p{C}/gu, '');
  return base === '' || naming.test(base) ? {} : { 'file.name': base.slice(0, maxNameLength) };
}

/** As a verdict is kept; one from before 1.0 doesn't name its advisory. */
interface Spoken {
  readonly label: string;
  readonly rule: string;
  readonly advisory?: AdvisoryRef | undefined;
}

/** The label of a page or a file, and the advisory that gave it. */
export function labelAttributes({ label, advisory }: Omit<Spoken, 'rule'>): Attributes {
  return {
    'security_rule.category': label,
    ...(advisory && {
      'security_rule.ruleset.name': advisory.id,
      'security_rule.version': String(advisory.version),
    }),
  };
}

/** The matched rule, in OpenTelemetry's attribute names. */
export function ruleAttributes({ rule, ...spoken }: Spoken): Attributes {
  return { 'security_rule.name': rule, ...labelAttributes(spoken) };
}
