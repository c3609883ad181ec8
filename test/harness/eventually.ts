/**
 * Retries until there is an answer, with a deadline: tests wait for a condition, never for a fixed
 * time.
 */
export async function eventually<Result>(
  what: string,
  attempt: () => Promise<Result | null | undefined | false>,
  limitMs = 15_000,
): Promise<Result> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const result = await attempt();
    if (result !== null && result !== undefined && result !== false) return result;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limitMs / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Watches for a while that nothing happens; silence has no event to wait for. */
export async function never(
  what: string,
  attempt: () => Promise<unknown>,
  watchMs = 800,
): Promise<void> {
  const deadline = Date.now() + watchMs;
  while (Date.now() < deadline) {
    const result = await attempt();
    if (result) throw new Error(`${what}, yet there is ${JSON.stringify(result)}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
