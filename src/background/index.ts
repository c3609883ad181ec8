// Registers every listener in the first turn and wires the flows; nothing else. What an event needs is
// loaded by that event: a start reads what a first verdict needs, and no more.
import { tracePatterns } from '../data/packaged/trace-patterns.ts';
import { onAlarm } from '../platform/worker/alarms.ts';
import {
  onDownloadChanged,
  onDownloadCreated,
  onDownloadErased,
} from '../platform/worker/downloads.ts';
import { onManagedChanged, onStoredChanged } from '../platform/worker/storage/managed-storage.ts';
import { onNotificationClicked } from '../platform/worker/notification-clicks.ts';
import { onNavigationRedirected, onNavigationStopped } from '../platform/worker/web/network.ts';
import {
  browserFamily,
  onBrowserStart,
  onInstalled,
  onMessage,
  ownId,
  ownUrl,
} from '../platform/worker/runtime.ts';
import { onWindowClosed } from '../platform/worker/windows.ts';
import { onPermissionsChanged } from '../platform/worker/access/permissions.ts';
import {
  deliveryAlarm,
  feedAlarm,
  heartbeatAlarm,
  showAlarm,
  traceAlarm,
} from './base/event-names.ts';
import { onStorageRecovered } from './base/safe-storage.ts';
import { forgetKept } from './base/store.ts';
import { countQuestions } from './download/open.ts';
import { handlerOf, isUrgent } from './runtime/handlers.ts';
import { createRouter } from './runtime/message-router.ts';
import { prioritize } from './runtime/startup-priority.ts';
import { ready } from './runtime/startup.ts';
import {
  followBlocking,
  followPolicy,
  resumeDelivery,
  resumeListening,
} from './runtime/wake-up.ts';
import { hearRequests, whenTracesChange } from './traces/listeners.ts';

// Start reading storage first; it answers while the listeners are registered.
const started = ready();
const receive = createRouter(handlerOf, { extensionId: ownId(), root: ownUrl('') });

const refreshSnapshot = async () => (await import('./page/refresh-snapshot.ts')).refreshSnapshot();

/** Events have no one to reply to, so failures go to the worker's log. */
function afterReady<Details>(
  name: string,
  flow: (details: Details) => Promise<void>,
): (details: Details) => void {
  return (details) => {
    ready()
      .then(() => flow(details))
      .then(refreshSnapshot)
      .catch((cause: unknown) =>
        console.error(`The event ${name} could not be dealt with.`, cause),
      );
  };
}

/** Any request may change the popup's first screen. The reply doesn't wait for it. */
const refreshSnapshotAfter = (answer: Promise<unknown>) =>
  answer
    .then(ready)
    .then(refreshSnapshot)
    .catch((cause: unknown) => console.error('The popup’s first screen could not be kept.', cause));
const nameOf = (message: unknown) =>
  typeof message === 'object' && message !== null && 'name' in message ? message.name : undefined;
onMessage((message, sender) => {
  const answer = isUrgent(nameOf(message))
    ? prioritize(receive(message, sender))
    : ready().then(() => receive(message, sender));
  void refreshSnapshotAfter(answer);
  return answer;
});

const downloads = () => import('./download/changed.ts');
onDownloadCreated(
  afterReady('download created', async (download) =>
    (await downloads()).handleDownloadCreated(download),
  ),
);
const followDownload = async (id: number) => (await downloads()).handleDownloadChanged(id);
onDownloadChanged(afterReady('download changed', followDownload));
onDownloadErased(afterReady('download erased', followDownload));
const followClosedWindow = afterReady('window closed', async () =>
  (await import('./runtime/private-windows.ts')).forgetPrivateWindows(),
);
onWindowClosed(() => followClosedWindow(undefined));
onNavigationRedirected(
  afterReady('navigation redirected', async (redirect) =>
    (await import('./download/kept.ts')).followRedirect(redirect),
  ),
);
onNavigationStopped(
  afterReady('navigation stopped', async (navigation) =>
    (await import('./block/stop.ts')).handleStoppedNavigation(navigation),
  ),
);
onNotificationClicked(
  afterReady('notification clicked', async (id) =>
    (await import('./runtime/notification-clicks.ts')).handleNotificationClick(id),
  ),
);

const showQuestionsAgain = afterReady('questions that could not be shown', async () =>
  (await import('./download/questions.ts')).showWaitingQuestions(),
);
onAlarm(showAlarm, () => showQuestionsAgain(undefined));
const checkFeedsWhenDue = afterReady('check of the feeds', async () => {
  await (await import('./feed/check.ts')).checkDueFeeds();
  await followBlocking();
});
onAlarm(feedAlarm, () => checkFeedsWhenDue(undefined));
const deliverReports = afterReady('delivery of the reports', async () =>
  (await import('./report/delivery.ts')).deliverDue(),
);
onAlarm(deliveryAlarm, () => deliverReports(undefined));
const reportHeartbeat = afterReady('heartbeat', async () =>
  (await import('./policy-change/heartbeat.ts')).sendHeartbeat(),
);
onAlarm(heartbeatAlarm, () => reportHeartbeat(undefined));
const followTraces = afterReady('look for traces', async () =>
  (await import('./traces/watch.ts')).reconcileTraces(),
);
onAlarm(traceAlarm, () => followTraces(undefined));

const afterInstallation = afterReady('installed', async () =>
  (await import('./policy-change/changed.ts')).handleInstall(),
);
onInstalled(() => afterInstallation(undefined));
const askForPolicy = afterReady('policy asked for', followPolicy);
onManagedChanged(() => askForPolicy(undefined));
const followPermission = afterReady('permission changed', async () =>
  (await import('./policy-change/permissions.ts')).followPermission(),
);
onPermissionsChanged(() => followPermission(undefined));
onStoredChanged(forgetKept);
const updateBadge = afterReady('badge', countQuestions);
whenTracesChange(() => updateBadge(undefined));
hearRequests(
  tracePatterns[browserFamily()],
  afterReady('answered request', async (request) =>
    (await import('./traces/page-requests.ts')).noteRequest(request),
  ),
);
// Start-up reopens whatever waits for an answer; this listener makes the browser wake the worker
// for it.
onBrowserStart(() => void ready());
void refreshSnapshotAfter(started);
const readAnew = afterReady('storage that answers again', async () =>
  (await import('./runtime/recovery.ts')).readAnew(),
);
onStorageRecovered(() => readAnew(undefined));
afterReady('rules for the network', followBlocking)(undefined);
// Chromium answers only seconds after its start, so ask at each wake-up without waiting.
askForPolicy(undefined);
afterReady('reports that were left behind', resumeDelivery)(undefined);
afterReady('connections', resumeListening)(undefined);
