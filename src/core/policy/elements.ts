// What one string inside a policy may be; each check answers with the cleaned value or with what is wrong.
import { isIpv6Loopback, loopbackHosts } from '../loopback.ts';
import { failure, success, type Result } from '../result.ts';
import { labels, type Label } from '../detection/labels.ts';

type Checked = Result<string, string>;

const hostPattern = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export function checkHost(text: string): Checked {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  return host.length <= 253 && hostPattern.test(host) ? success(host) : failure('is not a host name, nor *. and a host name');
}

/** Https only; for `reach: 'loopback'` also plain http to this computer, where a local agent listens. */
export function checkAddress(text: string, reach: 'https' | 'loopback' | 'contact'): Checked {
  if (text.length > 2048 || !URL.canParse(text)) return failure('is not an address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return failure('must not hold a user name or password');
  if (url.protocol === 'https:') return success(url.href);
  if (reach === 'contact' && url.protocol === 'mailto:') return success(url.href);
  if (reach === 'loopback' && url.protocol === 'http:') {
    if (loopbackHosts.includes(url.hostname)) return success(url.href);
    if (isIpv6Loopback(url.hostname)) return failure('browsers let extensions reach this computer by name or IPv4 alone: write http://localhost or http://127.0.0.1');
  }
  return failure(reach === 'contact' ? 'must begin with https: or mailto:' : 'must begin with https:');
}

export function checkLanguage(text: string): Checked {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? success(text) : failure('is not a language tag such as en or pt-BR');
}

/** An Ed25519 public key: 32 bytes in base64url without padding. */
export function checkKey(text: string): Checked {
  return /^[A-Za-z0-9_-]{43}$/.test(text.trim()) ? success(text.trim()) : failure('is not an Ed25519 public key in base64url (43 characters)');
}

export function checkSentence(text: string): Checked {
  const sentence = text.trim();
  if (sentence === '') return failure('is empty');
  return sentence.length <= 500 ? success(sentence) : failure('is longer than 500 characters');
}

/** HTTP header values; the set that a browser lets an extension send. */
export function checkHeaderValue(text: string): Checked {
  return text.length <= 4096 && /^[\t\x20-\x7e]*$/.test(text) ? success(text) : failure('is not a header value (printable ASCII)');
}

/** The Fetch standard's forbidden request-headers, which browsers leave out without a word, and the one that is ours to set. */
const unsettableHeaders: ReadonlySet<string> = new Set([
  'accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method', 'access-control-request-private-network',
  'connection', 'content-length', 'content-type', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive', 'origin', 'referer',
  'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via',
]);

export function checkHeaderName(text: string): Checked {
  const name = text.toLowerCase();
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(name)) return failure('is not a header name');
  return unsettableHeaders.has(name) || /^(proxy|sec)-/.test(name) ? failure('is a header that cannot be set') : success(name);
}

export interface ExtraRule {
  readonly label: Label;
  readonly kind: 'host' | 'file';
  /** Host pattern, or file-name glob. */
  readonly pattern: string;
  /** Path glob; empty for every path. */
  readonly path: string;
}

/** `product-download *.mirror.example/kaspersky/*` or `product-download file:kaspersky-*.msi`. */
export function parseExtraRule(text: string): Result<ExtraRule, string> {
  const [labelText = '', target = '', ...rest] = text.trim().split(/\s+/);
  const label = labels.find((known) => known === labelText);
  if (label === undefined) return failure(`must begin with a label: ${labels.join(', ')}`);
  if (target === '' || rest.length > 0) return failure('must be a label, one space and one target');
  if (target.startsWith('file:')) {
    const pattern = target.slice(5).toLowerCase();
    // A glob of stars alone would hold every download there is.
    if (pattern.replace(/[*?.]/g, '').length < 3 || pattern.length > 200) return failure('needs at least three letters or digits in the file name');
    return success({ label, kind: 'file', pattern, path: '' });
  }
  const slash = target.indexOf('/');
  const host = checkHost(slash === -1 ? target : target.slice(0, slash));
  if (!host.ok) return failure(`target ${host.error}`);
  if (!host.value.includes('.')) return failure('needs a full host name');
  return success({ label, kind: 'host', pattern: host.value, path: slash === -1 ? '' : target.slice(slash) });
}
