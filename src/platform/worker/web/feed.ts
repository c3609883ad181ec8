// One conditional GET: no cookies, no referrer, no redirects, with limits on size and time.
import { retryAfterMs } from '../../../core/base/time.ts';
import type { FeedAnswer, FeedRequest } from '../../../core/update/check-feed.ts';
import type { Refusal } from '../../../core/update/refusal.ts';
import { now } from '../../clock.ts';
import { bodyChunks } from './response-body.ts';

/** A truncated ETag never matches, which costs one full response. */
const maxEtagLength = 200;

const failed = (refusal: Refusal, retryAfterMs = 0): FeedAnswer => ({
  kind: 'failed',
  refusal,
  retryAfterMs,
});

function isJson(contentType: string | null): boolean {
  return /^application\/(json|[a-z0-9.-]+\+json)$/.test(
    (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
  );
}

/** The decoded body, or null as soon as it exceeds `maxBytes`. */
async function cappedBody(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(response)) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

async function answerOf(response: Response, { maxBytes, etag }: FeedRequest): Promise<FeedAnswer> {
  const { status, type } = response;
  if (status === 200 && isJson(response.headers.get('content-type'))) {
    const bytes = await cappedBody(response, maxBytes);
    return bytes
      ? {
          kind: 'bytes',
          bytes,
          etag: response.headers.get('etag')?.slice(0, maxEtagLength) ?? null,
        }
      : failed({ reason: 'too-large', limitBytes: maxBytes });
  }
  await response.body?.cancel();
  if (type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304))
    return failed({ reason: 'redirected' });
  if (status === 304)
    return etag === null ? failed({ reason: 'not-modified-without-copy' }) : { kind: 'unchanged' };
  if (status === 404 || status === 410) return { kind: 'missing' };
  if (status !== 200) {
    const retryAfter = response.headers.get('retry-after');
    return failed({ reason: 'status', status }, retryAfterMs(retryAfter, now()) ?? 0);
  }
  return failed({
    reason: 'content-type',
    contentType: (response.headers.get('content-type') ?? '').slice(0, 100),
  });
}

/** Fetches a document. Server and network errors become answers; it never throws for them. */
export async function fetchFeed(address: string, request: FeedRequest): Promise<FeedAnswer> {
  const { timeoutMs, etag } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(address, {
      // Without an ETag, let the browser's cache revalidate its own copy.
      cache: etag === null ? 'no-cache' : 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      headers: { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) },
      signal,
    });
    return await answerOf(response, request);
  } catch (cause) {
    if (signal.aborted) return failed({ reason: 'timed-out', seconds: timeoutMs / 1000 });
    console.info('The feed could not be reached.', cause);
    return failed({ reason: 'unreachable' });
  }
}
