// One conditional GET: no cookies, no referrer, no redirect, capped while it streams, ended by the clock.
import type { FeedAnswer, FeedRequest } from '../../core/update/check-feed.ts';
import type { Refusal } from '../../core/update/refusal.ts';

/** A cut tag never matches, which costs one whole answer. */
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

/** The body's bytes after decompression, or null as soon as there are too many. */
async function cappedBody(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    size += step.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? '0');
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
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
  if (status !== 200) return failed({ reason: 'status', status }, retryAfterMs(response));
  return failed({
    reason: 'content-type',
    contentType: (response.headers.get('content-type') ?? '').slice(0, 100),
  });
}

/** Asks for a document. Whatever the server or the network does ends in an answer, never in an exception. */
export async function fetchFeed(address: string, request: FeedRequest): Promise<FeedAnswer> {
  const { timeoutMs, etag } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(address, {
      // Where we can't name our copy, the browser's cache may have one, and asks for changes itself.
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
