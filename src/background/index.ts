// Registers every listener in the first turn and wires the flows; nothing else.
import type { RequestName } from '../messages.ts';
import { onAlarm } from '../platform/worker/alarms.ts';
import {
  onDownloadChanged,
  onDownloadCreated,
  onDownloadErased,
} from '../platform/worker/downloads.ts';
import { onManagedChanged } from '../platform/worker/storage/managed-storage.ts';
import { onNotificationClicked } from '../platform/worker/notifications.ts';
import { onNavigationRedirected, onNavigationStopped } from '../platform/worker/web/network.ts';
import {
  onBrowserStart,
  onInstalled,
  onMessage,
  ownId,
  ownUrl,
} from '../platform/worker/runtime.ts';
import { onPermissionsChanged } from '../platform/worker/access/site-scripts.ts';
import { onWindowClosed } from '../platform/worker/tabs.ts';
import { onStorageRecovered } from './base/safe-storage.ts';
import { classifyForPage } from './screens/tester.ts';
import { getBlockedView, handleStoppedNavigation, proceedOnce } from './block/stop.ts';
import { reconcileBlocking } from './block/rules.ts';
import { answerQuestion, getQuestionsView } from './download/view.ts';
import { injectPageReader } from './base/current-page.ts';
import { checkDueFeeds, feedAlarm } from './feed/check.ts';
import { handleDownloadChanged, handleDownloadCreated } from './download/changed.ts';
import { followRedirect } from './download/kept.ts';
import { countQuestions, showAlarm, showWaitingQuestions } from './download/questions.ts';
import { handleNotificationClick } from './runtime/notification-clicks.ts';
import { checkFeeds, setOwnFeed } from './screens/feeds.ts';
import { forgetPrivateWindows } from './runtime/private-windows.ts';
import { prioritize } from './runtime/startup-priority.ts';
import {
  changeListSetting,
  changeSetting,
  dismissRepairs,
  endSnooze,
  getOptionsView,
} from './screens/options.ts';
import { refreshSnapshot } from './page/popup-snapshot.ts';
import { reconcileEverySite, isSiteNamed } from './page/every-site.ts';
import { refreshTroubles } from './page/troubles.ts';
import { followLink, checkLinks } from './page/links.ts';
import {
  closeSiteNotice,
  forgetUndrawnNotice,
  openTopic,
  reportHiddenNotice,
  snoozeSite,
} from './page/notice-answers.ts';
import { visitFrame, visitPage } from './page/visit.ts';
import { handleInstall, handlePolicyChange } from './policy-change/changed.ts';
import { getPolicyView, tryPolicy } from './screens/policy.ts';
import { readPlanFile } from '../core/plan/plan-file.ts';
import { changePlan, getPopupView, markSteps } from './screens/popup.ts';
import { createRouter } from './runtime/message-router.ts';
import { deliverDue, deliveryAlarm, resumeDelivery } from './report/delivery.ts';
import { sendHeartbeat, heartbeatAlarm } from './policy-change/heartbeat.ts';
import { importSettings, resetSettings, exportSettings } from './screens/settings-file.ts';
import { readAnew, ready } from './runtime/startup.ts';
import {
  followTracePermissions,
  forgetTracesFound,
  lookForTraces,
  watchForTraces,
} from './traces/look.ts';
import { hearRequests, noteRequest, packagedPatterns } from './traces/page-requests.ts';
import { noteSeenInPage } from './traces/seen-in-page.ts';
import { whenTracesChange } from './traces/record.ts';
import { reconcileTraces, resumeListening, traceAlarm } from './traces/watch.ts';

// Start reading storage first; it answers while the listeners are registered.
const started = ready();

/** Updates the network rules after requests that may change their inputs. */
function thenBlocking<Request, Reply>(
  handler: (request: Request) => Promise<Reply>,
): (request: Request) => Promise<Reply> {
  return async (request) => {
    const reply = await handler(request);
    // The change is stored; a refusal by the browser must not make it look unsaved.
    await reconcileBlocking().catch((cause: unknown) =>
      console.error('The rules for the network could not follow.', cause),
    );
    return reply;
  };
}

const receive = createRouter(
  {
    'page-visited': visitPage,
    'frame-visited': visitFrame,
    'inject-page-reader': injectPageReader,
    'is-site-named': isSiteNamed,
    'links-found': checkLinks,
    'link-followed': followLink,
    'trace-seen': noteSeenInPage,
    'snooze-site': snoozeSite,
    'notice-closed': closeSiteNotice,
    'notice-hidden': reportHiddenNotice,
    'notice-undrawn': forgetUndrawnNotice,
    'open-topic': openTopic,
    'popup-view': getPopupView,
    'mark-steps': markSteps,
    'look-for-traces': lookForTraces,
    'watch-for-traces': watchForTraces,
    'forget-traces': forgetTracesFound,
    'change-plan': changePlan,
    'read-plan-file': ({ text }) => Promise.resolve(readPlanFile(text)),
    'questions-view': getQuestionsView,
    'answer-question': answerQuestion,
    'options-view': getOptionsView,
    'change-setting': thenBlocking(changeSetting),
    'change-list': thenBlocking(changeListSetting),
    'end-snooze': endSnooze,
    'settings-file': exportSettings,
    'load-settings': thenBlocking(importSettings),
    'reset-settings': thenBlocking(resetSettings),
    'dismiss-repairs': dismissRepairs,
    'check-feeds': thenBlocking(checkFeeds),
    'set-own-feed': thenBlocking(setOwnFeed),
    'blocked-view': getBlockedView,
    proceed: proceedOnce,
    'policy-view': getPolicyView,
    'try-policy': tryPolicy,
    classify: classifyForPage,
  },
  { extensionId: ownId(), root: ownUrl('') },
);

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
// These requests need only the advisory, so they don't wait for the rest of start-up.
const atOnce: ReadonlySet<unknown> = new Set<RequestName>([
  'page-visited',
  'frame-visited',
  'links-found',
]);
const nameOf = (message: unknown) =>
  typeof message === 'object' && message !== null && 'name' in message ? message.name : undefined;
onMessage((message, sender) => {
  const answer = atOnce.has(nameOf(message))
    ? prioritize(receive(message, sender))
    : ready().then(() => receive(message, sender));
  void refreshSnapshotAfter(answer);
  return answer;
});
onDownloadCreated(afterReady('download created', handleDownloadCreated));
onDownloadChanged(afterReady('download changed', handleDownloadChanged));
onDownloadErased(afterReady('download erased', handleDownloadChanged));
const followClosedWindow = afterReady('window closed', forgetPrivateWindows);
onWindowClosed(() => followClosedWindow(undefined));
onNavigationRedirected(afterReady('navigation redirected', followRedirect));
const showQuestionsAgain = afterReady('questions that could not be shown', showWaitingQuestions);
onAlarm(showAlarm, () => showQuestionsAgain(undefined));
onNotificationClicked(afterReady('notification clicked', handleNotificationClick));
const checkFeedsWhenDue = afterReady('check of the feeds', () =>
  checkDueFeeds().then(reconcileBlocking),
);
onAlarm(feedAlarm, () => checkFeedsWhenDue(undefined));
const deliverReports = afterReady('delivery of the reports', deliverDue);
onAlarm(deliveryAlarm, () => deliverReports(undefined));
const reportHeartbeat = afterReady('heartbeat', sendHeartbeat);
onAlarm(heartbeatAlarm, () => reportHeartbeat(undefined));
const afterInstallation = afterReady('installed', handleInstall);
onInstalled(() => afterInstallation(undefined));
const askForPolicy = afterReady('policy asked for', () =>
  handlePolicyChange().then(reconcileBlocking),
);
onManagedChanged(() => askForPolicy(undefined));
const followPermission = afterReady('permission changed', () =>
  reconcileEverySite()
    .then(reconcileBlocking)
    .then(followTracePermissions)
    .then(refreshTroubles)
    .then(() => undefined),
);
onPermissionsChanged(() => followPermission(undefined));
const followTraces = afterReady('look for traces', reconcileTraces);
onAlarm(traceAlarm, () => followTraces(undefined));
const updateBadge = afterReady('badge', countQuestions);
whenTracesChange(() => updateBadge(undefined));
hearRequests(packagedPatterns(), afterReady('answered request', noteRequest));
// Start-up reopens whatever waits for an answer; this listener makes the browser wake the worker
// for it.
onBrowserStart(() => void ready());
onNavigationStopped(afterReady('navigation stopped', handleStoppedNavigation));
void refreshSnapshotAfter(started);
onStorageRecovered(() => afterReady('storage that answers again', readAnew)(undefined));
afterReady('rules for the network', reconcileBlocking)(undefined);
// Chromium answers only seconds after its start, so ask at each wake-up without waiting.
askForPolicy(undefined);
afterReady('reports that were left behind', resumeDelivery)(undefined);
afterReady('connections', resumeListening)(undefined);
