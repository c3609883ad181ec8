import type { CollectorAnswer } from '../../core/report/delivery.ts';

const timeLimitMs = 15_000;
const maxBodyBytes = 64 * 1024;

/** The answer's text as far as it came in time; it is only a remark on what the status says. */
async function remarkOf(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  // Not every engine ends a body with the signal of its request, once that was collected as garbage.
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

/** Sends one JSON body. No cookies, no referrer, no redirect to anywhere else. Never throws for the network's sake. */
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
