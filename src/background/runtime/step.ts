import { within } from '../../platform/clock.ts';

/** A step that hangs must not block everything else. */
const stepLimitMs = 10_000;

/** Runs one step of start-up. If it fails or hangs, log that and go on. */
export async function step(
  name: string,
  work: () => Promise<unknown>,
  limitMs = stepLimitMs,
): Promise<void> {
  const outcome = work().then(
    () => true,
    (cause: unknown) => {
      console.error(`The start went on without: ${name}.`, cause);
      return true;
    },
  );
  if (!(await within(limitMs, outcome))) console.error(`The start didn't wait for: ${name}.`);
}
