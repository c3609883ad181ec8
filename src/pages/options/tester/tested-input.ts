// Interprets a pasted line, and limits what a report of a mistake may repeat of it.
import type { RequestOf } from '../../../messages.ts';

/** A URL if it parses as one, a bare host as a domain, anything else as a file name. */
export function testedInput(text: string): RequestOf<'classify'> {
  const value = text.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return { type: 'url', value };
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
