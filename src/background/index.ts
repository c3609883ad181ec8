// Registers every listener in the first turn, and begins to load the rest, which deals with what they
// hear; nothing else. What an event needs is loaded by that event: a start reads what a first verdict
// needs, and no more.
import { tracePatterns } from '../data/packaged/trace-patterns.ts';
import { onAlarm } from '../platform/worker/alarms.ts';
import {
  onDownloadChanged,
  onDownloadCreated,
  onDownloadErased,
} from '../platform/worker/downloads/downloads.ts';
import { readAhead } from '../platform/worker/storage/storage.ts';
import { onManagedChanged, onStoredChanged } from '../platform/worker/storage/managed-storage.ts';
import { onNotificationClicked } from '../platform/worker/notification-clicks.ts';
import {
  onNavigationRedirected,
  onNavigationStarted,
  onNavigationStopped,
} from '../platform/worker/web/navigations.ts';
import {
  browserFamily,
  onBrowserStart,
  onInstalled,
  onMessage,
} from '../platform/worker/runtime.ts';
import { onWindowClosed } from '../platform/worker/windows.ts';
import { onPermissionsChanged } from '../platform/worker/access/permissions.ts';
import {
  deliveryAlarm,
  feedAlarm,
  firstItems,
  heartbeatAlarm,
  showAlarm,
  traceAlarm,
} from './base/first-turn.ts';
import { hearRequests, whenTracesChange } from './traces/listeners.ts';

// The disk answers while the listeners are registered.
readAhead('local', firstItems.local);
readAhead('session', firstItems.session);

const work = import('./runtime/work.ts');

function afterReady<Details>(
  name: string,
  flow: (details: Details) => Promise<void>,
): (details: Details) => void {
  return (details) => void work.then(({ run }) => run(name, () => flow(details)));
}

onMessage(async (message, sender) => (await work).answer(message, sender));
// Wakes the worker while the server has yet to answer, so that it is ready once the page asks.
onNavigationStarted(() => undefined);

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
  await (await work).followBlocking();
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
const askForPolicy = afterReady('policy asked for', async () => (await work).followPolicy());
onManagedChanged(() => askForPolicy(undefined));
const followPermission = afterReady('permission changed', async () =>
  (await import('./policy-change/permissions.ts')).followPermission(),
);
onPermissionsChanged(() => followPermission(undefined));
onStoredChanged((changes) => void work.then(({ hearChanges }) => hearChanges(changes)));
const updateBadge = afterReady('badge', async () => (await work).countQuestions());
whenTracesChange(() => updateBadge(undefined));
hearRequests(
  tracePatterns[browserFamily()],
  afterReady('answered request', async (request) =>
    (await import('./traces/page-requests.ts')).noteRequest(request),
  ),
);
// Start-up reopens whatever waits for an answer; this listener makes the browser wake the worker
// for it.
onBrowserStart(() => undefined);
