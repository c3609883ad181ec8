// Chromium's package format, version 3: a signed header before the zip. Specified in Chromium's
// components/crx_file/crx3.proto and crx_file.h.
import { createHash, createPublicKey, createSign, type KeyObject } from 'node:crypto';

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      bytes.push(rest);
      return Buffer.from(bytes);
    }
    bytes.push((rest % 128) | 128);
  }
}

/** A length-delimited field of a protocol buffer message. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function publicDer(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

/**
 * The id that this key gives an extension: the first 16 bytes of the key's hash, in letters a to p.
 */
export function extensionId(privateKey: KeyObject): string {
  const hash = createHash('sha256').update(publicDer(privateKey)).digest().subarray(0, 16);
  return [...hash.toString('hex')]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
}

/** Packs a zip as CRX3, signed with an RSA key. */
export function crx(zipBytes: Uint8Array, privateKey: KeyObject): Uint8Array {
  const key = publicDer(privateKey);
  const id = createHash('sha256').update(key).digest().subarray(0, 16);
  const signedHeader = field(1, id);
  const signature = createSign('sha256')
    .update(Buffer.from('CRX3 SignedData\0', 'latin1'))
    .update(littleEndian(signedHeader.length))
    .update(signedHeader)
    .update(zipBytes)
    .sign(privateKey);
  const header = Buffer.concat([
    field(2, Buffer.concat([field(1, key), field(2, signature)])),
    field(10000, signedHeader),
  ]);
  return Buffer.concat([
    Buffer.from('Cr24', 'latin1'),
    littleEndian(3),
    littleEndian(header.length),
    header,
    zipBytes,
  ]);
}
