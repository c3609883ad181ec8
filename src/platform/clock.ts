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
