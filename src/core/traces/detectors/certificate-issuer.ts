// D5: the authority with which the software opens encrypted connections. Trusted, not built in, and of exactly that name.
import * as v from 'valibot';
import { traceEntries, type Judgement } from './trace.ts';

const NameSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

export const CertificateIssuerSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('certificate-issuer'),
  issuers: v.pipe(
    v.array(v.strictObject({ commonName: NameSchema, organization: NameSchema })),
    v.minLength(1),
  ),
});

export interface Connection {
  /** The browser's word: the chain ends in an authority that it trusts. */
  readonly isTrusted: boolean;
  readonly chain: readonly { readonly issuer: string; readonly isBuiltIn: boolean }[];
}

/** `CN=…,O="…, …"` taken apart; a value in quotes may hold commas, and escaped quotes and backslashes. */
export function readName(name: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [, key = '', quoted, plain = ''] of name.matchAll(
    /([A-Za-z0-9.]+)=(?:"((?:[^"\\]|\\.)*)"|([^,]*))(?:,|$)/g,
  )) {
    // The first of a kind is the most specific one.
    if (!parts.has(key))
      parts.set(key, quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1'));
  }
  return parts;
}

export function judgeConnection(
  trace: v.InferOutput<typeof CertificateIssuerSchema>,
  { isTrusted, chain }: Connection,
): Judgement[] {
  if (!isTrusted || chain.at(-1)?.isBuiltIn !== false) return [];
  const isTheirs = chain.some(({ issuer }) => {
    const name = readName(issuer);
    return trace.issuers.some(
      ({ commonName, organization }) =>
        name.get('CN') === commonName && name.get('O') === organization,
    );
  });
  return isTheirs ? [{ trace: trace.id, kind: 'live' }] : [];
}
