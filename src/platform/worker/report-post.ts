import type { CollectorAnswer } from '../../core/report/delivery.ts';

const timeLimitMs = 15_000;
const maxBodyBytes = 64 * 1024;

/** As much of the answer's text as arrived in time; the status matters more. */
async function remarkOf(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  // Some engines don't end a body on its request's signal once the request was garbage-collected.
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (
      let part = await reader?.read();
      part && !part.done && text.length < maxBodyBytes;
      part = await reader?.read()
    ) {
      text += decoder.decode(part.value, { stream: true });
    }
    await reader?.cancel();
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
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await remarkOf(response, signal),
    };
  } catch (cause) {
    console.info('The report could not be sent; it stays in the queue.', cause);
    return { status: null, retryAfter: null, body: '' };
  }
}
