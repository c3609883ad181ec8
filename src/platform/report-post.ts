/** The collector's answer; `status` is null when there was none in time. */
export interface PostAnswer {
  readonly status: number | null;
  readonly retryAfter: string | null;
}

const timeLimitMs = 15_000;

/** Sends one JSON body. No cookies, no referrer, no redirect to anywhere else. Never throws for the network's sake. */
export async function postReport(address: string, headers: Readonly<Record<string, string>>, body: object): Promise<PostAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeLimitMs),
    });
    await response.body?.cancel();
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  } catch (cause) {
    console.info('The report could not be sent; it stays in the queue.', cause);
    return { status: null, retryAfter: null };
  }
}
