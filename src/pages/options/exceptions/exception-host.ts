// Parses what a person types as an exception: a host, `*.` before it to include subdomains, or a
// URL, from which the host is taken.
type ExceptionFault = 'empty' | 'not-a-host' | 'too-wide';

const hostPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

export function exceptionHost(
  typed: string,
): { readonly host: string } | { readonly fault: ExceptionFault } {
  const text = typed.trim();
  if (text === '') return { fault: 'empty' };
  const wildcard = text.startsWith('*.') ? '*.' : '';
  const rest = text.slice(wildcard.length);
  const address = rest.includes('://') ? rest : `https://${rest}`;
  if (!URL.canParse(address)) return { fault: 'not-a-host' };
  const host = new URL(address).hostname.replace(/\.$/, '');
  if (wildcard && !host.includes('.')) return { fault: 'too-wide' };
  if (!hostPattern.test(host)) return { fault: 'not-a-host' };
  return { host: wildcard + host };
}
