// The page's own address as the injected stylesheet carries it: base64url in a parameter.
import { subdomainOf } from '../../detection/matching/address.ts';
import { fromBase64url } from '../../update/base64url.ts';

/** Longer ones are no address of a page. */
const maxEncoded = 16_384;

/** The address inside `parameter` of a resource's address; null where there is none to be read. */
export function addressInside(resource: URL, parameter: string): URL | null {
  const encoded = resource.searchParams.get(parameter) ?? '';
  if (encoded === '' || encoded.length > maxEncoded) return null;
  const bytes = fromBase64url(encoded);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  return /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : null;
}

/** Whether both are the same document; what follows `#` is never sent. */
export function isSameDocument(one: URL, other: URL): boolean {
  return (
    one.origin === other.origin && one.pathname === other.pathname && one.search === other.search
  );
}

/** The registered domain, as far as it can be told without a list of all suffixes. */
export function siteOfHost(host: string): string {
  return host.slice(subdomainOf(host).length);
}
