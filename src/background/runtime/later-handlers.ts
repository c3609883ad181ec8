// Who answers all the other requests. Each is loaded by the first request for it.
import type { KnownSender } from '../base/sender.ts';
import type { FirstName, Handlers } from './message-router.ts';

type Handler<Request, Reply> = (request: Request, sender: KnownSender) => Promise<Reply>;

function later<Request, Reply>(
  load: () => Promise<Handler<Request, Reply>>,
): Handler<Request, Reply> {
  return async (request, sender) => (await load())(request, sender);
}

/** Updates the network rules after requests that may change their inputs. */
function thenBlocking<Request, Reply>(handler: Handler<Request, Reply>): Handler<Request, Reply> {
  return async (request, sender) => {
    const reply = await handler(request, sender);
    const { reconcileBlocking } = await import('../block/rules.ts');
    // The change is stored; a refusal by the browser must not make it look unsaved.
    await reconcileBlocking().catch((cause: unknown) =>
      console.error('The rules for the network could not follow.', cause),
    );
    return reply;
  };
}

const notices = () => import('../page/notice-answers.ts');
const popup = () => import('../screens/popup.ts');
const traces = () => import('../traces/look.ts');
const questions = () => import('../download/view.ts');
const options = () => import('../screens/options.ts');
const settingsFile = () => import('../screens/settings-file.ts');
const feeds = () => import('../screens/feeds.ts');
const blocked = () => import('../block/stop.ts');
const policy = () => import('../screens/policy.ts');

export const laterHandlers: Omit<Handlers, FirstName> = {
  'is-site-named': later(async () => (await import('../page/every-site.ts')).isSiteNamed),
  'link-followed': later(async () => (await import('../page/links.ts')).followLink),
  'trace-seen': later(async () => (await import('../traces/seen-in-page.ts')).noteSeenInPage),
  'snooze-site': later(async () => (await notices()).snoozeSite),
  'notice-closed': later(async () => (await notices()).closeSiteNotice),
  'notice-hidden': later(async () => (await notices()).reportHiddenNotice),
  'notice-undrawn': later(async () => (await notices()).forgetUndrawnNotice),
  'open-topic': later(async () => (await notices()).openTopic),
  'popup-view': later(async () => (await popup()).getPopupView),
  'mark-steps': later(async () => (await popup()).markSteps),
  'look-for-traces': later(async () => (await traces()).lookForTraces),
  'watch-for-traces': later(async () => (await traces()).watchForTraces),
  'forget-traces': later(async () => (await traces()).forgetTracesFound),
  'change-plan': later(async () => (await popup()).changePlan),
  'read-plan-file': later(async () => {
    const { readPlanFile } = await import('../../core/plan/plan-file.ts');
    return ({ text }) => Promise.resolve(readPlanFile(text));
  }),
  'questions-view': later(async () => (await questions()).getQuestionsView),
  'answer-question': later(async () => (await questions()).answerQuestion),
  'options-view': later(async () => (await options()).getOptionsView),
  'change-setting': thenBlocking(later(async () => (await options()).changeSetting)),
  'change-list': thenBlocking(later(async () => (await options()).changeListSetting)),
  'end-snooze': later(async () => (await options()).endSnooze),
  'settings-file': later(async () => (await settingsFile()).exportSettings),
  'load-settings': thenBlocking(later(async () => (await settingsFile()).importSettings)),
  'reset-settings': thenBlocking(later(async () => (await settingsFile()).resetSettings)),
  'dismiss-repairs': later(async () => (await options()).dismissRepairs),
  'check-feeds': thenBlocking(later(async () => (await feeds()).checkFeeds)),
  'set-own-feed': thenBlocking(later(async () => (await feeds()).setOwnFeed)),
  'blocked-view': later(async () => (await blocked()).getBlockedView),
  proceed: later(async () => (await blocked()).proceedOnce),
  'policy-view': later(async () => (await policy()).getPolicyView),
  'try-policy': later(async () => (await policy()).tryPolicy),
  classify: later(async () => (await import('../screens/tester.ts')).classifyForPage),
};
