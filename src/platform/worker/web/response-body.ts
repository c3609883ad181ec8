/**
 * Yields a response's body in chunks, decompressed. Leaving the loop early cancels the rest.
 * `signal` ends a body that some engines would keep open: they forget their request's own signal
 * once the request was garbage-collected.
 * TODO [2027-06-01] Check whether that still happens.
 */
export async function* bodyChunks(
  response: Response,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', cancel);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    cancel();
  }
}
