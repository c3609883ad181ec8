// An installation's reports about itself: at each browser start, daily, and when its policy
// changes.
import { own } from '../../core/report/events.ts';
import { policyFingerprint } from '../../core/policy/fingerprint.ts';
import { dayMs } from '../../core/base/time.ts';
import { clearAlarm, setAlarm } from '../../platform/worker/alarms.ts';
import { now } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { reportCounts } from '../../platform/worker/storage/report-queue.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { heartbeatAlarm } from '../base/first-turn.ts';
import { findWithheld } from '../page/troubles.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { report } from '../report/report.ts';
import { forgetReports } from '../report/delivery.ts';
import { reportTarget } from '../report/target.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

/** SHA-256 of the valid values of the current policy. */
export async function policyHash(): Promise<string> {
  return sha256Hex(policyFingerprint((await policy()).values));
}

async function policyAttributes() {
  const [{ faults }, { mode }] = await Promise.all([policy(), effectiveSettings()]);
  return {
    [own.policyHash]: await policyHash(),
    [own.policyFaults]: faults.length,
    [own.mode]: mode,
  };
}

/** At each browser start, and by the daily alarm. */
export async function sendHeartbeat(): Promise<void> {
  if (!(await reportTarget())) return;
  await setAlarm(heartbeatAlarm, now() + dayMs);
  const { advisory, origin } = await currentAdvisory();
  await findWithheld();
  await report('heartbeat', {
    [own.advisoryVersion]: advisory.version,
    [own.advisoryOrigin]: origin,
    [own.advisoryExpired]: Date.parse(advisory.expires) <= now(),
    ...(await policyAttributes()),
    [own.troubles]: (await read(state.troubles)).map(({ id }) => id).join(),
    [own.dropped]: (await reportCounts()).dropped,
  });
}

/** After a policy change: report it, start reporting, or stop and delete the queue. */
export async function updateReporting(): Promise<void> {
  if (!(await reportTarget())) {
    await clearAlarm(heartbeatAlarm);
    await forgetReports();
    return;
  }
  const isNew = (await read(state.reportClient)) === null;
  await report('policy.changed', await policyAttributes());
  if (isNew) await sendHeartbeat();
}
