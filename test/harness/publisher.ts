// A test publisher: keys, roots and documents on any date, so that a test reads "publish, roll
// back, check".
import { signedEnvelope } from '../../tools/advisory/signing/envelope.ts';
import { newKey, type SigningKey } from '../../tools/advisory/signing/key-file.ts';
import type { DocumentType } from '../../src/core/update/envelope.ts';
import type { Root } from '../../src/core/update/trust.ts';
import { sampleAdvisory } from '../cases/advisory/sample-advisory.ts';

export const publishedAt = Date.parse('2026-06-01T00:00:00Z');
const dayMs = 86_400_000;
export const after = (days: number) => new Date(publishedAt + days * dayMs).toISOString();

export interface Keys {
  readonly root: readonly SigningKey[];
  readonly advisory: readonly SigningKey[];
  /** An attacker's. */
  readonly strange: SigningKey;
}

export async function makeKeys(): Promise<Keys> {
  const [one, two, three, four, five, six] = await Promise.all([
    newKey(),
    newKey(),
    newKey(),
    newKey(),
    newKey(),
    newKey(),
  ]);
  return { root: [one, two, three], advisory: [four, five], strange: six };
}

interface Rootlike {
  readonly version: number;
  readonly root: readonly SigningKey[];
  readonly advisory: readonly SigningKey[];
  readonly rootThreshold?: number;
  readonly advisoryThreshold?: number;
  readonly expires?: string;
  readonly feed?: string;
}

export function makeRoot({
  version,
  root,
  advisory,
  rootThreshold = 2,
  advisoryThreshold = 1,
  expires = after(700),
  feed = 'sample',
}: Rootlike): Root {
  const keys = [...new Map([...root, ...advisory].map(({ kid, x }) => [kid, { kid, x }])).values()];
  const kids = (of: readonly SigningKey[]) => of.map(({ kid }) => kid);
  return {
    format: 1,
    feed,
    version,
    expires,
    keys,
    root: { keys: kids(root), threshold: rootThreshold },
    advisory: { keys: kids(advisory), threshold: advisoryThreshold },
  };
}

export type Change = Record<string, unknown>;

/** The sample advisory as issued on the first day, with changes. */
export function makeDocument(version: number, change: Change = {}): Change {
  return { ...sampleAdvisory(), version, issued: after(0), expires: after(90), ...change };
}

export function signed(
  value: unknown,
  keys: readonly SigningKey[],
  type: DocumentType = 'advisory',
): Promise<string> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return signedEnvelope(new TextEncoder().encode(text), type, keys);
}
