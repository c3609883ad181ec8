// The only places where time and chance come from.

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

/** Only for what may as well never happen: a stopped worker or a closing browser drops it. */
export function soon(delayMs: number, work: () => void): void {
  setTimeout(work, delayMs);
}
