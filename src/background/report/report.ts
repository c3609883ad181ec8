// All flows report through this function. Off unless policy sets an address; never reports from
// private windows.
import type { Attributes } from '../../core/report/attribute-docs.ts';
import type { EventName } from '../../core/report/events.ts';
import { newId, now } from '../../platform/clock.ts';
import { queueEvent } from './delivery.ts';
import { reportTarget } from './target.ts';

interface Circumstances {
  readonly isPrivate?: boolean | undefined;
  /** For events that may be reported twice, such as after a worker restart; otherwise random. */
  readonly id?: string;
}

/** Resolves once the event is on disk. Never rejects: no flow may fail because of reporting. */
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
