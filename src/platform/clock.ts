// The only source of time and randomness.

export function now(): number {
  return Date.now();
}

/** From 0 up to, but not including, 1. */
export function chance(): number {
  return Math.random();
}

export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function newId(): string {
  return crypto.randomUUID();
}

/** Runs `work` later, unless the worker stops or the browser closes first. */
export function soon(delayMs: number, work: () => void): void {
  setTimeout(work, delayMs);
}

/** The answer, or undefined if it takes longer than that. */
export async function within<Value>(
  limitMs: number,
  answer: Promise<Value>,
): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Only for short times: the worker may be stopped. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The day of an instant where this computer is, as yyyy-mm-dd. */
export function localDay(instant: number): string {
  const date = new Date(instant);
  // Without Intl, whose first formatter takes a worker that starts tens of milliseconds.
  const inUtc = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return new Date(inUtc).toISOString().slice(0, 10);
}
