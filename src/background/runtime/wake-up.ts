// What a worker does at each of its starts, as far as there is a reason to.
import { tracePolicy } from '../../core/policy/effective.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { policy } from '../policy/managed.ts';
import { readManaged } from '../../platform/worker/storage/managed-storage.ts';
import { effectiveSettings } from '../policy/settings.ts';

/** The network rules follow their inputs. Without block mode there are none to follow. */
export async function followBlocking(): Promise<void> {
  const { mode } = await effectiveSettings();
  if (mode !== 'block' && (await read(state.networkBasis)) === '') return;
  await (await import('../block/rules.ts')).reconcileBlocking();
}

/** Asks the browser for its policy, which it may have changed while this worker slept. */
export async function followPolicy(): Promise<void> {
  const { kind } = await readManaged();
  if (kind !== 'none' || (await read(state.policy)) !== null)
    await (await import('../policy-change/changed.ts')).handlePolicyChange();
  await followBlocking();
}

/** Reports that a worker left behind are sent. */
export async function resumeDelivery(): Promise<void> {
  if ((await read(state.reportClient)) === null) return;
  await (await import('../report/delivery.ts')).resumeDelivery();
}

/** A worker that woke up has lost the listeners that it set after its first turn. */
export async function resumeListening(): Promise<void> {
  const [{ look, watched }, { values }] = await Promise.all([read(state.traceConsent), policy()]);
  if (look === null && watched.length === 0 && tracePolicy(values) === null) return;
  await (await import('../traces/watch.ts')).resumeListening();
}
