import type { CollectorAnswer } from '../../../core/report/delivery.ts';
import { bodyChunks } from './response-body.ts';

const timeLimitMs = 15_000;
const maxBodyBytes = 64 * 1024;

/** As much of the answer's text as arrived in time; the status matters more. */
async function remarkOf(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of bodyChunks(response, signal)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length >= maxBodyBytes) break;
    }
  } catch (cause) {
    console.info('The collector’s answer had no end.', cause);
  }
  return text;
}

/** Posts one JSON body: no cookies, no referrer, no redirects. Never throws for network errors. */
export async function postReport(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<CollectorAnswer & { readonly body: string }> {
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
    const contentType = response.headers.get('content-type');
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await remarkOf(response, signal),
      ...(contentType === null ? {} : { contentType }),
    };
  } catch (cause) {
    console.info('The report could not be sent; it stays in the queue.', cause);
    return { status: null, retryAfter: null, body: '' };
  }
}
