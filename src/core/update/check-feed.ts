// Checks a feed once, from the trusted keys to the document to accept. Decides everything, stores
// nothing.
//
//   root N+1, N+2, … until there is none -> the last root hasn't expired -> the document
import type { Advisory } from '../advisory/schema.ts';
import { parseAdvisoryValue } from '../advisory/parse.ts';
import { parseOverlay, type Overlay } from '../advisory/overlay.ts';
import {
  acceptDocument,
  dateRefusal,
  type Accepted,
  type Cryptography,
  type DocumentMeta,
  type Baseline,
} from './accept.ts';
import { feedUrl } from './feed-address.ts';
import type { Refusal } from './refusal.ts';
import { maxEnvelopeBytes, maxRootBytes } from './stored/limits.ts';
import { newestTrusted, type StoredVersion } from './newest-trusted.ts';
import { acceptRoot, isStillTrusted, organizationSigners, signersOf, type Root } from './trust.ts';

export type FeedAnswer =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly etag: string | null;
    }
  /** 304, after we sent an ETag. */
  | { readonly kind: 'unchanged' }
  /** 404 or 410: no such document. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly retryAfterMs: number };

export interface FeedRequest {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** ETag of our copy; allows "unchanged" as an answer. */
  readonly etag: string | null;
}

/** The response that was last read completely. */
export interface FeedCopy {
  readonly etag: string | null;
  readonly version: number;
  readonly issued: string;
  readonly expires: string;
  readonly signedBy: readonly string[];
}

export interface FeedPorts {
  readonly now: number;
  readonly fetch: (address: string, request: FeedRequest) => Promise<FeedAnswer>;
  readonly cryptography: Cryptography;
  /** Stores a new root at once (TUF 5.3.8): a check that ends early continues from there. */
  readonly keepRoot?: (envelope: string) => Promise<void>;
}

export interface Checked<Content> {
  readonly accepted: Accepted<Content> | null;
  /** Our copy of the version in use, for a conditional request. */
  readonly copy: FeedCopy | null;
  readonly refusal: Refusal | null;
  /** The server's `Retry-After`, in ms. */
  readonly retryAfterMs: number;
}

export interface CheckedAdvisory extends Checked<Advisory> {
  /** The root to trust from now on, even if the document was refused. */
  readonly root: Root;
}

const timeoutMs = 15_000;
const documentRequest: FeedRequest = { maxBytes: maxEnvelopeBytes, timeoutMs, etag: null };
const rootRequest: FeedRequest = { maxBytes: maxRootBytes, timeoutMs, etag: null };

/** Further steps wait for the next check (TUF 5.3.3). */
const maxRootSteps = 32;

const refused = (refusal: Refusal, retryAfterMs = 0) => ({
  accepted: null,
  copy: null,
  refusal,
  retryAfterMs,
});

function passed<Content extends DocumentMeta>(accepted: Accepted<Content>, etag: string | null) {
  const {
    content: { version, issued, expires },
    signedBy,
  } = accepted;
  return {
    accepted,
    copy: { etag, version, issued, expires, signedBy },
    refusal: null,
    retryAfterMs: 0,
  };
}

/**
 * How servers say that a file isn't there: stores of objects hide it (403), others send their home
 * page or lead there. Nothing is lost by believing them: whoever stands between could say 404.
 */
const isAbsent = (refusal: Refusal): boolean =>
  refusal.reason === 'redirected' ||
  refusal.reason === 'content-type' ||
  (refusal.reason === 'status' && refusal.status === 403);

async function followRoots(
  address: string,
  pinned: Root,
  { fetch, cryptography, keepRoot }: FeedPorts,
) {
  let root = pinned;
  for (let step = 0; step < maxRootSteps; step += 1) {
    const answer = await fetch(
      feedUrl(address, `root/${String(root.version + 1)}.json`),
      rootRequest,
    );
    if (answer.kind === 'missing' || (answer.kind === 'failed' && isAbsent(answer.refusal))) break;
    if (answer.kind === 'unchanged')
      return { root, stop: refused({ reason: 'not-modified-without-copy' }) };
    if (answer.kind === 'failed')
      return { root, stop: refused(answer.refusal, answer.retryAfterMs) };
    const next = await acceptRoot(answer.bytes, root, cryptography.check);
    if (!next.ok) return { root, stop: refused(next.error) };
    root = next.value;
    await keepRoot?.(new TextDecoder().decode(answer.bytes));
  }
  return { root, stop: null };
}

interface Known {
  readonly address: string;
  readonly root: Root;
  readonly packaged: Baseline;
  readonly stored: StoredVersion | null;
  readonly copy: FeedCopy | null;
}

export async function checkAdvisoryFeed(
  { address, root: pinned, packaged, stored, copy }: Known,
  surroundings: FeedPorts,
): Promise<CheckedAdvisory> {
  const { now, fetch, cryptography } = surroundings;
  const { root, stop } = await followRoots(address, pinned, surroundings);
  if (stop) return { root, ...stop };
  const held = newestTrusted(root, packaged, stored) ?? packaged;
  // If the clock was set back, use the newest date we trust.
  if (Date.parse(root.expires) <= Math.max(now, Date.parse(held.issued)))
    return { root, ...refused({ reason: 'root-expired', expires: root.expires }) };

  const signers = signersOf(root, 'advisory');
  const current =
    copy?.version === held.version && isStillTrusted(copy.signedBy, signers) ? copy : null;
  const answer = await fetch(feedUrl(address, 'advisory.json'), {
    ...documentRequest,
    etag: current?.etag ?? null,
  });
  if (answer.kind === 'missing') return { root, ...refused({ reason: 'status', status: 404 }) };
  if (answer.kind === 'failed') return { root, ...refused(answer.refusal, answer.retryAfterMs) };
  if (answer.kind === 'unchanged') {
    if (!current) return { root, ...refused({ reason: 'not-modified-without-copy' }) };
    // A frozen feed answers "unchanged" forever, so check the expiry date here too.
    const refusal = dateRefusal(current, held, now);
    return refusal
      ? { root, ...refused(refusal) }
      : { root, accepted: null, copy: current, refusal: null, retryAfterMs: 0 };
  }
  const expected = {
    type: 'advisory',
    signers,
    id: root.feed,
    parse: parseAdvisoryValue,
    held,
    now,
  } as const;
  const accepted = await acceptDocument(answer.bytes, expected, cryptography);
  return { root, ...(accepted.ok ? passed(accepted.value, answer.etag) : refused(accepted.error)) };
}

/**
 * An organization's feed has no root chain: its keys come from policy, and a policy change rotates
 * them.
 */
export async function checkOverlayFeed(
  {
    address,
    keys,
    stored,
  }: { address: string; keys: readonly string[]; stored: StoredVersion | null },
  { now, fetch, cryptography }: FeedPorts,
): Promise<Checked<Overlay>> {
  const answer = await fetch(feedUrl(address, 'overlay.json'), documentRequest);
  if (answer.kind === 'missing') return refused({ reason: 'status', status: 404 });
  if (answer.kind === 'failed') return refused(answer.refusal, answer.retryAfterMs);
  if (answer.kind === 'unchanged') return refused({ reason: 'not-modified-without-copy' });
  const signers = organizationSigners(keys);
  const held = stored && isStillTrusted(stored.signedBy, signers) ? stored : null;
  const accepted = await acceptDocument(
    answer.bytes,
    { type: 'overlay', signers, id: null, parse: parseOverlay, held, now },
    cryptography,
  );
  // Its server may not allow our conditional request (CORS), so the browser's cache makes one.
  return accepted.ok ? passed(accepted.value, null) : refused(accepted.error);
}
