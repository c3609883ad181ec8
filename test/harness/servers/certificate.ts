// Creates certificates in memory, so that the demo site can use TLS without openssl or a committed
// key. Just enough DER (X.690) and X.509 (RFC 5280) for two ECDSA certificates.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The certificate of the issuer. */
  readonly authority: string;
}

/** Who issues it; else an authority of a name that no other has. */
export interface AuthorityName {
  readonly commonName: string;
  readonly organization: string;
}

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(
    body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts: readonly Uint8Array[]) => element(0x30, ...parts);
const ecdsaWithSha256 = sequence(element(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = element(0x06, Buffer.from('550403', 'hex'));
const organizationName = element(0x06, Buffer.from('55040a', 'hex'));
const utcTime = (at: Date) =>
  element(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const basicConstraints = Buffer.from('551d13', 'hex');
const subjectAltName = Buffer.from('551d11', 'hex');
const dayMs = 86_400_000;

const attribute = (type: Buffer, text: string) =>
  element(0x31, sequence(type, element(0x0c, Buffer.from(text))));
const named = (text: string, organization?: string) =>
  sequence(
    ...(organization === undefined ? [] : [attribute(organizationName, organization)]),
    attribute(commonName, text),
  );
const extension = (id: Buffer, value: Buffer) => sequence(element(0x06, id), element(0x04, value));

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/**
 * A temporary authority and a certificate for the given hosts. Browsers under test accept it
 * because they accept any, or because a policy installs `authority`.
 */
export function testCertificate(
  now: Date,
  hosts: readonly string[],
  authorityName?: AuthorityName,
): Certificate {
  const [authority, server] = [
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ];
  const issuer = authorityName
    ? named(authorityName.commonName, authorityName.organization)
    : named(`Authority of the demo site ${randomBytes(6).toString('hex')}`);
  const certificate = (subject: Buffer, publicKey: KeyObject, extensions: readonly Buffer[]) => {
    const unsigned = sequence(
      element(0xa0, element(0x02, Buffer.from([2]))),
      element(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
      ecdsaWithSha256,
      issuer,
      sequence(
        utcTime(new Date(now.getTime() - dayMs)),
        utcTime(new Date(now.getTime() + 30 * dayMs)),
      ),
      subject,
      publicKey.export({ type: 'spki', format: 'der' }),
      element(0xa3, sequence(...extensions)),
    );
    const signature = sign('sha256', unsigned, authority.privateKey);
    return pem(sequence(unsigned, ecdsaWithSha256, element(0x03, Buffer.from([0]), signature)));
  };
  const isAuthority = extension(basicConstraints, sequence(element(0x01, Buffer.from([0xff]))));
  const names = ['demo.invalid', ...hosts].map((host) => element(0x82, Buffer.from(host)));
  return {
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificate(named('demo site under test'), server.publicKey, [
      extension(subjectAltName, sequence(...names)),
    ]),
    authority: certificate(issuer, authority.publicKey, [isAuthority]),
  };
}
