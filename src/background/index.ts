// Registers every listener in the first turn and wires the flows; nothing else.
import type { RequestName } from '../messages.ts';
import { onAlarm } from '../platform/worker/alarms.ts';
import { onDownloadChanged, onDownloadCreated } from '../platform/worker/downloads.ts';
import { onManagedChanged } from '../platform/worker/managed-storage.ts';
import { onNotificationClicked } from '../platform/worker/notifications.ts';
import { onNavigationStopped } from '../platform/worker/network.ts';
import { onBrowserStart, onInstalled, onMessage, ownId, ownUrl } from '../platform/worker/runtime.ts';
import { onPermissionsChanged } from '../platform/worker/site-scripts.ts';
import { classifyForPage } from './screens/tester.ts';
import { blockedView, navigationStopped, proceeded } from './block/stop.ts';
import { reconcileBlocking } from './block/rules.ts';
import { answerQuestion, questionsView } from './download/answered.ts';
import { readerWanted } from './base/current-page.ts';
import { checkDueFeeds, feedAlarm } from './feed/check.ts';
import { downloadChanged, downloadCreated } from './download/created.ts';
import { notificationClicked } from './runtime/notification-clicks.ts';
import { feedsChecked, ownFeedSet } from './screens/feeds.ts';
import { answersFirst } from './runtime/startup-priority.ts';
import { optionsView, repairsDismissed, settingChanged, snoozeEnded } from './screens/options.ts';
import { keepGlance } from './page/popup-snapshot.ts';
import { reconcileEverySite, stayAsked } from './page/every-site.ts';
import { linkFollowed, linksFound } from './page/links.ts';
import { frameVisited, noticeClosed, noticeHidden, pageVisited, siteSnoozed, topicOpened } from './page/visit.ts';
import { policyDelivered } from './policy-change/changed.ts';
import { policyPageView, policyTried } from './screens/policy.ts';
import { popupView, stepsMarked } from './screens/popup.ts';
import { receiver } from './runtime/message-router.ts';
import { deliverDue, deliveryAlarm, resumeDelivery } from './report/delivery.ts';
import { beat, heartbeatAlarm } from './policy-change/heartbeat.ts';
import { settingsLoaded, settingsReset, settingsSaved } from './screens/settings-file.ts';
import { ready } from './runtime/startup.ts';
import { installed } from './policy-change/welcome.ts';

// The disk is asked before anything else; it answers while the listeners are registered.
const started = ready();

/** What a request changed may be what the network's rules were made from. */
function thenBlocking<Request, Reply>(handler: (request: Request) => Promise<Reply>): (request: Request) => Promise<Reply> {
  return async (request) => {
    const reply = await handler(request);
    await reconcileBlocking();
    return reply;
  };
}

const receive = receiver(
  {
    'page-visited': pageVisited,
    'frame-visited': frameVisited,
    'bring-reader': readerWanted,
    'may-stay': stayAsked,
    'links-found': linksFound,
    'link-followed': linkFollowed,
    'snooze-site': siteSnoozed,
    'notice-closed': noticeClosed,
    'notice-hidden': noticeHidden,
    'open-topic': topicOpened,
    'popup-view': popupView,
    'mark-steps': stepsMarked,
    'questions-view': questionsView,
    'answer-question': answerQuestion,
    'options-view': optionsView,
    'change-setting': thenBlocking(settingChanged),
    'end-snooze': snoozeEnded,
    'settings-file': settingsSaved,
    'load-settings': thenBlocking(settingsLoaded),
    'reset-settings': thenBlocking(settingsReset),
    'dismiss-repairs': repairsDismissed,
    'check-feeds': thenBlocking(feedsChecked),
    'set-own-feed': thenBlocking(ownFeedSet),
    'blocked-view': blockedView,
    proceed: proceeded,
    'policy-view': policyPageView,
    'try-policy': policyTried,
    classify: classifyForPage,
  },
  { extensionId: ownId(), root: ownUrl('') },
);

/** An event has nobody to reply to; what fails is said in the worker's log. */
function afterReady<Details>(name: string, flow: (details: Details) => Promise<void>): (details: Details) => void {
  return (details) => {
    ready()
      .then(() => flow(details))
      .then(keepGlance)
      .catch((cause: unknown) => console.error(`The event ${name} could not be dealt with.`, cause));
  };
}

/** Whatever was asked may change what the popup shows first; the reply doesn't wait for that. */
const keepGlanceAfter = (answer: Promise<unknown>) =>
  answer.then(ready).then(keepGlance).catch((cause: unknown) => console.error('The popup’s first screen could not be kept.', cause));
// What a page asks as it opens needs what is known and no more; a browser's start puts more right than a first verdict can wait for.
const atOnce: ReadonlySet<unknown> = new Set<RequestName>(['page-visited', 'frame-visited', 'links-found']);
const nameOf = (message: unknown) => (typeof message === 'object' && message !== null && 'name' in message ? message.name : undefined);
onMessage((message, sender) => {
  const answer = atOnce.has(nameOf(message)) ? answersFirst(receive(message, sender)) : ready().then(() => receive(message, sender));
  void keepGlanceAfter(answer);
  return answer;
});
onDownloadCreated(afterReady('download created', downloadCreated));
onDownloadChanged(afterReady('download changed', downloadChanged));
onNotificationClicked(afterReady('notification clicked', notificationClicked));
const checkFeeds = afterReady('check of the feeds', () => checkDueFeeds().then(reconcileBlocking));
onAlarm(feedAlarm, () => checkFeeds(undefined));
const deliverReports = afterReady('delivery of the reports', deliverDue);
onAlarm(deliveryAlarm, () => deliverReports(undefined));
const reportHeartbeat = afterReady('heartbeat', beat);
onAlarm(heartbeatAlarm, () => reportHeartbeat(undefined));
const afterInstallation = afterReady('installed', installed);
onInstalled(() => afterInstallation(undefined));
const askForPolicy = afterReady('policy asked for', () => policyDelivered().then(reconcileBlocking));
onManagedChanged(() => askForPolicy(undefined));
const followPermission = afterReady('permission changed', () => reconcileEverySite().then(reconcileBlocking));
onPermissionsChanged(() => followPermission(undefined));
// The start itself reopens what waits for an answer; the listener is what wakes the worker for it.
onBrowserStart(() => void ready());
onNavigationStopped(afterReady('navigation stopped', navigationStopped));
void keepGlanceAfter(started);
afterReady('rules for the network', reconcileBlocking)(undefined);
// Chromium answers seconds after its start: asked at each wake-up, waited for by nobody.
askForPolicy(undefined);
afterReady('reports that were left behind', resumeDelivery)(undefined);
