// Root documents with their keys, and the step from one root to the next (TUF specification, 5.3).
import * as v from 'valibot';
import { parseJson } from '../advisory/strict-json.ts';
import { failure, success, type Result } from '../base/result.ts';
import { fromBase64url } from './base64url.ts';
import { parseEnvelope, type SignedPart } from './envelope.ts';
import { clipped, type Refusal } from './refusal.ts';

const KidSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be a key id'));
const PublicKeySchema = v.pipe(
  v.string(),
  v.check(
    (text) => fromBase64url(text)?.length === 32,
    'must be an Ed25519 public key in base64url (43 characters)',
  ),
);

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

const RoleSchema = v.pipe(
  v.object({
    keys: v.pipe(
      v.array(KidSchema),
      v.minLength(1),
      v.check((kids) => isUnique(kids), 'names a key twice'),
    ),
    threshold: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.check(
    ({ keys, threshold }) => threshold <= keys.length,
    'has a threshold that its keys can never meet',
  ),
);

export const RootSchema = v.pipe(
  v.object({
    format: v.literal(1, 'this format is not known to this version of the extension'),
    /** Id of the advisory this root is for. */
    feed: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    expires: v.pipe(
      v.string(),
      v.isoTimestamp('must be an instant'),
      v.check((at) => !Number.isNaN(Date.parse(at)), 'must be an instant'),
    ),
    keys: v.pipe(
      v.array(v.object({ kid: KidSchema, x: PublicKeySchema })),
      v.minLength(1),
      v.maxLength(32),
      // The same key under two ids would be counted twice.
      v.check(
        (keys) => isUnique(keys.map(({ kid }) => kid)) && isUnique(keys.map(({ x }) => x)),
        'holds a key or a key id twice',
      ),
    ),
    root: RoleSchema,
    advisory: RoleSchema,
  }),
  v.check(({ keys, root, advisory }) => {
    const known = new Set(keys.map(({ kid }) => kid));
    return [...root.keys, ...advisory.keys].every((kid) => known.has(kid));
  }, 'a role names a key that the root does not hold'),
);

export type Root = v.InferOutput<typeof RootSchema>;

/** Public keys by id, and how many of them must sign. */
export interface Signers {
  readonly keys: ReadonlyMap<string, string>;
  readonly threshold: number;
}

export function signersOf(root: Root, role: 'root' | 'advisory'): Signers {
  const { keys, threshold } = root[role];
  return {
    keys: new Map(root.keys.filter(({ kid }) => keys.includes(kid)).map(({ kid, x }) => [kid, x])),
    threshold,
  };
}

/** The keys an administrator named. Their ids are the keys themselves; any one suffices. */
export function organizationSigners(publicKeys: readonly string[]): Signers {
  return { keys: new Map(publicKeys.map((x) => [x, x])), threshold: 1 };
}

/** True if this key made this signature. The only cryptography; the platform provides it. */
export type CheckSignature = (part: SignedPart, publicKey: string) => Promise<boolean>;

/**
 * Checks every signature by a known key. One bad signature invalidates the document; a key that
 * signs twice counts once.
 */
async function checkParts(
  parts: readonly SignedPart[],
  keys: ReadonlyMap<string, string>,
  check: CheckSignature,
) {
  const signedBy = new Set<string>();
  const unknown: SignedPart[] = [];
  for (const part of parts) {
    const publicKey = keys.get(part.kid);
    if (publicKey === undefined) unknown.push(part);
    else if (await check(part, publicKey)) signedBy.add(part.kid);
    else return failure<Refusal>({ reason: 'bad-signature', kid: part.kid });
  }
  return success({ signedBy, unknown });
}

function lacking(signedBy: ReadonlySet<string>, { keys, threshold }: Signers): Refusal | null {
  const have = [...signedBy].filter((kid) => keys.has(kid)).length;
  return have < threshold ? { reason: 'too-few-signatures', have, need: threshold } : null;
}

/** The signers' ids, if all are known and there are enough. */
export async function checkSigned(
  parts: readonly SignedPart[],
  signers: Signers,
  check: CheckSignature,
): Promise<Result<readonly string[], Refusal>> {
  const checked = await checkParts(parts, signers.keys, check);
  if (!checked.ok) return checked;
  const [stranger] = checked.value.unknown;
  if (stranger) return failure({ reason: 'unknown-key', kid: stranger.kid });
  const refusal = lacking(checked.value.signedBy, signers);
  return refusal ? failure(refusal) : success([...checked.value.signedBy]);
}

/** The same for a document accepted earlier: other keys that signed it may be gone by now. */
export async function checkStillSigned(
  parts: readonly SignedPart[],
  signers: Signers,
  check: CheckSignature,
): Promise<Result<readonly string[], Refusal>> {
  const checked = await checkParts(parts, signers.keys, check);
  if (!checked.ok) return checked;
  const refusal = lacking(checked.value.signedBy, signers);
  return refusal ? failure(refusal) : success([...checked.value.signedBy]);
}

/** Whether a document accepted earlier still has enough valid signers after the keys changed. */
export function isStillTrusted(signedBy: readonly string[], signers: Signers): boolean {
  return lacking(new Set(signedBy), signers) === null;
}

/**
 * Accepts the next root: exactly one version higher, signed by the threshold of both the old and
 * its own keys (TUF 5.3.4, 5.3.5). Only the last root's expiry is checked, later.
 */
export async function acceptRoot(
  bytes: Uint8Array,
  current: Root,
  check: CheckSignature,
): Promise<Result<Root, Refusal>> {
  const envelope = parseEnvelope(bytes, 'root');
  if (!envelope.ok) return envelope;
  const old = signersOf(current, 'root');
  const byOld = await checkParts(envelope.value.parts, old.keys, check);
  if (!byOld.ok) return byOld;
  const refusedByOld = lacking(byOld.value.signedBy, old);
  if (refusedByOld) return failure(refusedByOld);

  const json = parseJson(envelope.value.payload);
  if (!json.ok)
    return failure({ reason: 'not-json', message: clipped(json.error[0]?.message ?? '') });
  const parsed = v.safeParse(RootSchema, json.value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue) ?? '';
    return failure(
      path === 'format'
        ? { reason: 'unknown-format' }
        : { reason: 'schema', path: clipped(path), message: clipped(issue.message) },
    );
  }
  const next = parsed.output;
  const own = signersOf(next, 'root');
  // Stored documents name their signers by id, so an id must never mean another key.
  const known = new Map(current.keys.map(({ kid, x }) => [kid, x]));
  const reused = next.keys.find(({ kid, x }) => known.has(kid) && known.get(kid) !== x);
  if (reused)
    return failure({ reason: 'schema', path: 'keys', message: 'gives a known id to another key' });
  const byNew = await checkSigned(
    envelope.value.parts,
    { keys: new Map([...old.keys, ...own.keys]), threshold: 1 },
    check,
  );
  if (!byNew.ok) return byNew;
  const refusedByNew = lacking(new Set(byNew.value), own);
  if (refusedByNew) return failure(refusedByNew);
  if (next.version !== current.version + 1)
    return failure({
      reason: 'root-version',
      version: next.version,
      expected: current.version + 1,
    });
  if (next.feed !== current.feed) return failure({ reason: 'other-feed', id: next.feed });
  return success(next);
}
