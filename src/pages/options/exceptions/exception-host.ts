// Parses what a person types as an exception: a host, `*.` before it to include subdomains, or a
// URL, from which the host is taken. Which hosts are valid is decided where policies are read.
import { checkException } from '../../../core/settings/validators.ts';

type ExceptionFault = 'empty' | 'not-a-host' | 'too-wide';

export function exceptionHost(
  typed: string,
): { readonly host: string } | { readonly fault: ExceptionFault } {
  const text = typed.trim();
  if (text === '') return { fault: 'empty' };
  const wildcard = text.startsWith('*.') ? '*.' : '';
  const rest = text.slice(wildcard.length);
  const address = rest.includes('://') ? rest : `https://${rest}`;
  if (!URL.canParse(address)) return { fault: 'not-a-host' };
  const checked = checkException(wildcard + new URL(address).hostname);
  if (checked.ok) return { host: checked.value };
  return { fault: checked.error.code === 'hostTooShort' ? 'too-wide' : 'not-a-host' };
}
