// The one way into a report, for every flow: off unless policy sets an address, and never a word of a private window.
import type { Attributes, EventName } from '../../core/report/events.ts';
import { newId, now } from '../../platform/clock.ts';
import { queueEvent } from './delivery.ts';
import { reportTarget } from './target.ts';

export interface Circumstances {
  readonly isPrivate?: boolean | undefined;
  /** For what may be told twice, such as after a worker that was stopped; else each event has an id of its own. */
  readonly id?: string;
}

/** Resolves once the event is on the disk. Never rejects: no flow may fail for its report. */
export async function report(
  name: EventName,
  attributes: Attributes,
  { isPrivate = false, id = newId() }: Circumstances = {},
): Promise<void> {
  if (isPrivate) return;
  try {
    if (!(await reportTarget())) return;
    const told = Object.fromEntries(
      Object.entries(attributes).filter(
        (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
      ),
    );
    await queueEvent({ id, name, at: new Date(now()).toISOString(), attributes: told });
  } catch (cause) {
    console.error(`The event ${name} could not be queued.`, cause);
  }
}
