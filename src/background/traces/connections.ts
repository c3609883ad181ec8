// D5: who vouches for the connections of pages, in Firefox.
import {
  judgeConnection,
  type Connection,
} from '../../core/traces/detectors/certificate-issuer.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import {
  listenToConnections,
  stopListeningToConnections,
} from '../../platform/worker/web/connection-security.ts';
import { traceAccess } from './consent.ts';
import { knownTraces, record } from './record.ts';

async function judge(connection: Connection, isPrivate: boolean): Promise<void> {
  const { active } = await traceAccess();
  if (!active.includes('pages')) return;
  const traces = tracesFor(await knownTraces(), 'certificate-issuer', browserFamily());
  await record(
    traces.flatMap((trace) => judgeConnection(trace, connection)),
    isPrivate,
  );
}

/** Heard of while somebody looks at pages, and not a moment longer: each page waits for the answer. */
export function followConnections(isLooking: boolean): void {
  if (!isLooking) return stopListeningToConnections();
  listenToConnections((connection, isPrivate) => {
    judge(connection, isPrivate).catch((cause: unknown) =>
      console.error('A connection could not be judged.', cause),
    );
  });
}
