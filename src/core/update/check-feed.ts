// One check of a feed, from the keys that are trusted to the document that may be taken over. Decides everything, stores nothing.
//
//   root N+1, N+2, … until there is none -> the last root hasn't expired -> the document
import type { Advisory } from '../advisory/schema.ts';
import { parseAdvisoryValue } from '../advisory/parse.ts';
import { parseOverlay, type Overlay } from '../advisory/overlay.ts';
import { acceptDocument, maxEnvelopeBytes, type Accepted, type Cryptography, type Held } from './accept.ts';
import { feedUrl } from './feed-address.ts';
import type { Refusal } from './refusal.ts';
import { standing, type Stored } from './standing.ts';
import { acceptRoot, isStillTrusted, organisationSigners, signersOf, type Root } from './trust.ts';

export type FeedAnswer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** 404 or 410: there is no such document. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly retryAfterMs: number };

export interface FeedLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export interface Surroundings {
  readonly now: number;
  readonly fetch: (address: string, limits: FeedLimits) => Promise<FeedAnswer>;
  readonly cryptography: Cryptography;
}

export interface Checked<Content> {
  readonly accepted: Accepted<Content> | null;
  readonly refusal: Refusal | null;
  /** How long the server asked to be left alone. */
  readonly retryAfterMs: number;
}

export interface CheckedAdvisory extends Checked<Advisory> {
  /** The root that counts from now on; taken over even where the document was refused. */
  readonly root: Root;
}

const timeoutMs = 15_000;
const documentLimits: FeedLimits = { maxBytes: maxEnvelopeBytes, timeoutMs };
const rootLimits: FeedLimits = { maxBytes: 64 * 1024, timeoutMs };

/** More steps than this wait for the next check (TUF 5.3.3). */
const maxRootSteps = 32;

const refused = (refusal: Refusal, retryAfterMs = 0) => ({ accepted: null, refusal, retryAfterMs });

async function followRoots(address: string, pinned: Root, { fetch, cryptography }: Surroundings) {
  let root = pinned;
  for (let step = 0; step < maxRootSteps; step += 1) {
    const answer = await fetch(feedUrl(address, `root/${String(root.version + 1)}.json`), rootLimits);
    if (answer.kind === 'missing') break;
    if (answer.kind === 'failed') return { root, stop: refused(answer.refusal, answer.retryAfterMs) };
    const next = await acceptRoot(answer.bytes, root, cryptography.check);
    if (!next.ok) return { root, stop: refused(next.error) };
    root = next.value;
  }
  return { root, stop: null };
}

export async function checkAdvisoryFeed(
  { address, root: pinned, packaged, stored }: { address: string; root: Root; packaged: Held; stored: Stored | null },
  surroundings: Surroundings,
): Promise<CheckedAdvisory> {
  const { root, stop } = await followRoots(address, pinned, surroundings);
  if (stop) return { root, ...stop };
  // A clock that was set back never goes behind what we know to have happened.
  const reference = Math.max(surroundings.now, Date.parse((standing(root, packaged, stored) ?? packaged).issued));
  if (Date.parse(root.expires) <= reference) return { root, ...refused({ reason: 'root-expired', expires: root.expires }) };
  const answer = await surroundings.fetch(feedUrl(address, 'advisory.json'), documentLimits);
  if (answer.kind === 'missing') return { root, ...refused({ reason: 'status', status: 404 }) };
  if (answer.kind === 'failed') return { root, ...refused(answer.refusal, answer.retryAfterMs) };
  const accepted = await acceptDocument(
    answer.bytes,
    {
      type: 'advisory',
      signers: signersOf(root, 'advisory'),
      id: root.feed,
      parse: parseAdvisoryValue,
      held: standing(root, packaged, stored) ?? packaged,
      now: surroundings.now,
    },
    surroundings.cryptography,
  );
  return accepted.ok ? { root, accepted: accepted.value, refusal: null, retryAfterMs: 0 } : { root, ...refused(accepted.error) };
}

/** An organisation's feed: its keys come from policy, so there is no chain; rotation is a changed policy. */
export async function checkOverlayFeed(
  { address, keys, stored }: { address: string; keys: readonly string[]; stored: Stored | null },
  { now, fetch, cryptography }: Surroundings,
): Promise<Checked<Overlay>> {
  const answer = await fetch(feedUrl(address, 'overlay.json'), documentLimits);
  if (answer.kind === 'missing') return refused({ reason: 'status', status: 404 });
  if (answer.kind === 'failed') return refused(answer.refusal, answer.retryAfterMs);
  const signers = organisationSigners(keys);
  const held = stored && isStillTrusted(stored.signedBy, signers) ? stored : null;
  const accepted = await acceptDocument(answer.bytes, { type: 'overlay', signers, id: null, parse: parseOverlay, held, now }, cryptography);
  return accepted.ok ? { accepted: accepted.value, refusal: null, retryAfterMs: 0 } : refused(accepted.error);
}
