import { afterEach, expect, it, vi } from 'vitest';
import { postReport } from '../../../src/platform/worker/web/report-post.ts';

afterEach(() => vi.restoreAllMocks());

// Node's fetch forgets the signal of a request that was collected as garbage, and waits five minutes for the rest.
it('waits no longer than its limit for the rest of an answer, whether or not the engine ends it', async () => {
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 300));
  const endless = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode('{')),
  });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(endless, { status: 200 }));
  expect(await postReport('https://collector.example.com/v1/logs', {}, {})).toEqual({
    status: 200,
    retryAfter: null,
    body: '{',
  });
}, 10_000);
