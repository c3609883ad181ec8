// Validates single strings of a policy; each check returns the normalized value or an issue.
import { isIpv6Loopback, loopbackHosts } from '../base/web-address.ts';
import { success, type Result } from '../base/result.ts';
import { isPublicSuffix } from '../detection/matching/address.ts';
import { invalid, type IssueReason } from './validation-issue.ts';
import { labels, type Label } from '../detection/model/labels.ts';

type Checked = Result<string, IssueReason>;

const hostPattern =
  /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function checkHost(text: string): Checked {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  return host.length <= 253 && hostPattern.test(host) ? success(host) : invalid('notHost');
}

/** A host on which nothing is shown. A whole top-level domain would silence every site below it. */
export function checkException(text: string): Checked {
  const host = checkHost(text);
  return host.ok && isPublicSuffix(host.value.replace('*.', '')) ? invalid('hostTooShort') : host;
}

/** Accepts https; with `reach: 'loopback'` also plain http to this computer, for a local agent. */
export function checkAddress(text: string, reach: 'https' | 'loopback' | 'contact'): Checked {
  if (text.length > 2048 || !URL.canParse(text)) return invalid('notAddress');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return invalid('hasLogin');
  if (url.protocol === 'https:') return success(url.href);
  if (reach === 'contact' && url.protocol === 'mailto:') return success(url.href);
  if (reach === 'loopback' && url.protocol === 'http:') {
    if (loopbackHosts.includes(url.hostname)) return success(url.href);
    if (isIpv6Loopback(url.hostname)) return invalid('ipv6Loopback');
  }
  return invalid(reach === 'contact' ? 'notHttpsOrMail' : 'notHttps');
}

export function checkLanguage(text: string): Checked {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? success(text) : invalid('notLanguage');
}

/** An Ed25519 public key: 32 bytes in base64url without padding. */
export function checkKey(text: string): Checked {
  return /^[A-Za-z0-9_-]{43}$/.test(text.trim()) ? success(text.trim()) : invalid('notKey');
}

export function checkSentence(text: string): Checked {
  const sentence = text.trim();
  if (sentence === '') return invalid('isEmpty');
  return sentence.length <= 500 ? success(sentence) : invalid('tooLong', 500);
}

/** An HTTP header value that browsers let an extension send. */
export function checkHeaderValue(text: string): Checked {
  return text.length <= 4096 && /^[\t\x20-\x7e]*$/.test(text)
    ? success(text)
    : invalid('notHeaderValue');
}

/**
 * Forbidden request headers (Fetch standard), which browsers silently drop, and the one we set
 * ourselves.
 */
const unsettableHeaders: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

export function checkHeaderName(text: string): Checked {
  const name = text.toLowerCase();
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(name)) return invalid('nameNotHeader');
  return unsettableHeaders.has(name) || /^(proxy|sec)-/.test(name)
    ? invalid('nameForbiddenHeader')
    : success(name);
}

interface ExtraRule {
  readonly label: Label;
  readonly kind: 'host' | 'file';
  /** Host pattern or file-name glob. */
  readonly pattern: string;
  /** Path glob; empty for every path. */
  readonly path: string;
}

/**
 * A label, a space and a target: `product-download *.mirror.example/folder/*` or `product-download
 * file:name-*.msi`.
 */
export function parseExtraRule(text: string): Result<ExtraRule, IssueReason> {
  const [labelText = '', target = '', ...rest] = text.trim().split(/\s+/);
  const label = labels.find((known) => known === labelText);
  if (label === undefined) return invalid('noLabel', labels.join(', '));
  if (target === '' || rest.length > 0) return invalid('notLabelAndTarget');
  if (target.startsWith('file:')) {
    const pattern = target.slice(5).toLowerCase();
    // A glob of wildcards alone would match every download.
    if (pattern.replace(/[*?.]/g, '').length < 3 || pattern.length > 200)
      return invalid('fileTooWide');
    return success({ label, kind: 'file', pattern, path: '' });
  }
  const slash = target.indexOf('/');
  const host = checkHost(slash === -1 ? target : target.slice(0, slash));
  if (!host.ok) return invalid('targetNotHost');
  if (!host.value.includes('.')) return invalid('hostTooShort');
  return success({
    label,
    kind: 'host',
    pattern: host.value,
    path: slash === -1 ? '' : target.slice(slash),
  });
}
