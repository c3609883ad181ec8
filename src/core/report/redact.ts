// What a report may say of an address or a file, and nothing else: no query, no fragment, no page without a label, no name of a person.
import { behaviorOf, type Label } from '../detection/model/labels.ts';
import type { Verdict } from '../detection/model/verdict.ts';
import type { Attributes } from './events.ts';

const maxPathLength = 1024;
const maxNameLength = 255;

/** Pages with other labels are nobody's business. */
export function isReported(label: Label): boolean {
  return behaviorOf(label).isReported;
}

const redacted = '-';

/** Folders whose next part is somebody's: of systems (`/home/…`, `\Users\…`) and of sites (`/user/…`, `/profile/…`). */
const personal =
  /^(?:home|users?|u|profiles?|people|members?|accounts?|documents%20and%20settings|documents and settings)$/i;

/** A part that holds an e-mail address, a user name with its host, or `~name`. */
const naming = /@|%40|^~|^%7e/i;

/** `?`, `#` or `;` in their escaped form, or `;` itself: a query by another name. */
const queryInPath = /%3f|%23|%3b|;/i;

/** Separators of folders, also escaped ones and those of Windows. */
const separators = /[\\/]|%5c|%2f/i;

function decodedTwice(text: string): string {
  // `%2540` is an `@` for a server that decodes twice.
  return text.replaceAll(/%25(?=[0-9a-f]{2})/gi, '%').replaceAll(/%25(?=[0-9a-f]{2})/gi, '%');
}

function redactPath(pathname: string): string {
  const [path = ''] = decodedTwice(pathname).split(queryInPath);
  let isPersonal = false;
  return path
    .split(separators)
    .map((part) => {
      const hides = part !== '' && (isPersonal || naming.test(part));
      // `/users//jane` is the same folder.
      isPersonal = personal.test(part) || (isPersonal && part === '');
      return hides ? redacted : part;
    })
    .join('/')
    .slice(0, maxPathLength);
}

/** Scheme, host, port and path of an address of the web; empty for any other. */
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

/** A file's base name; a path on the disk would hold the name of a person. */
export function fileAttributes(fileName: string): Attributes {
  const [plain = ''] = decodedTwice(fileName).split(/[?#;]|%3f|%23|%3b/i);
  const base = plain.split(separators).at(-1) ?? '';
  return base === '' || naming.test(base) ? {} : { 'file.name': base.slice(0, maxNameLength) };
}

/** The rule that decided, by the names that OpenTelemetry has for it. */
export function ruleAttributes(
  { label, rule }: { readonly label: Verdict['label'] | string; readonly rule: string },
  advisoryVersion: number,
): Attributes {
  return {
    'security_rule.name': rule,
    'security_rule.category': label,
    'security_rule.version': String(advisoryVersion),
  };
}
