// Interprets a pasted line, and limits what a report of a mistake may repeat of it.
import type { RequestOf } from '../../../messages.ts';

/**
 * A URL if it parses as one, with the page's title after a space; a bare host as a domain; anything
 * else as a file name.
 */
export function testedInput(text: string): RequestOf<'classify'> {
  const value = text.trim();
  const address = /^([a-z][a-z0-9+.-]*:\/\/\S*)(?:\s+(.+))?$/is.exec(value);
  if (address) {
    const [, url = '', title] = address;
    return { type: 'url', value: url, ...(title !== undefined && { title }) };
  }
  const isFile =
    /\.(exe|msi|msix|apk|aab|dmg|pkg|deb|rpm|zip|rar|7z|gz|sh|run|iso|cab|bat|jar|appx)$/i.test(
      value,
    );
  if (!isFile && /^[^\s/]+\.[^\s/.]+(\/\S*)?$/.test(value)) {
    return value.includes('/')
      ? { type: 'url', value: `https://${value}` }
      : { type: 'domain', value };
  }
  return { type: 'filename', value };
}

/** Drops query, fragment and credentials, which may be personal. */
export function withoutPersonalParts(text: string): string {
  const { type, value } = testedInput(text);
  if (type !== 'url') return value;
  if (!URL.canParse(value)) return value.split(/[?#]/)[0] ?? '';
  const { protocol, host, pathname } = new URL(value);
  return `${protocol}//${host}${pathname}`;
}
