// What every start needs besides its listeners: who answers a page, what is made ready, and what a
// worker that woke up goes on with. Loaded at once, but after the listeners are registered.
import { ownId, ownUrl } from '../../platform/worker/runtime.ts';
import { onStorageRecovered } from '../base/safe-storage.ts';
import { countQuestions } from '../download/open.ts';
import { handlerOf, isUrgent } from './handlers.ts';
import { createRouter } from './message-router.ts';
import { prioritize } from './startup-priority.ts';
import { ready } from './startup.ts';
import { followBlocking, followPolicy, resumeDelivery, resumeListening } from './wake-up.ts';
import type { SenderFacts } from '../../platform/worker/runtime.ts';

export { hearChanges } from '../base/store.ts';
export { countQuestions, followBlocking, followPolicy };

// Start reading storage first; it answers while the rest is made.
const started = ready();
const receive = createRouter(handlerOf, { extensionId: ownId(), root: ownUrl('') });

const refreshSnapshot = async () => (await import('../page/refresh-snapshot.ts')).refreshSnapshot();

/** Runs what an event is for. It has no one to reply to, so failures go to the worker's log. */
export async function run(name: string, flow: () => Promise<void>): Promise<void> {
  await ready()
    .then(flow)
    .then(refreshSnapshot)
    .catch((cause: unknown) => console.error(`The event ${name} could not be dealt with.`, cause));
}

/** Any request may change the popup's first screen. The reply doesn't wait for it. */
const refreshSnapshotAfter = (answer: Promise<unknown>) =>
  answer
    .then(ready)
    .then(refreshSnapshot)
    .catch((cause: unknown) => console.error('The popup’s first screen could not be kept.', cause));
const nameOf = (message: unknown) =>
  typeof message === 'object' && message !== null && 'name' in message ? message.name : undefined;

export function answer(message: unknown, sender: SenderFacts): Promise<unknown> {
  const reply = isUrgent(nameOf(message))
    ? prioritize(receive(message, sender))
    : ready().then(() => receive(message, sender));
  void refreshSnapshotAfter(reply);
  return reply;
}

void refreshSnapshotAfter(started);
onStorageRecovered(
  () =>
    void run('storage that answers again', async () => (await import('./recovery.ts')).readAnew()),
);
void run('rules for the network', followBlocking);
// Chromium answers only seconds after its start, so ask at each wake-up without waiting.
void run('policy asked for', followPolicy);
void run('reports that were left behind', resumeDelivery);
void run('connections', resumeListening);
