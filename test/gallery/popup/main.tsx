import { render } from 'preact';
import { buildPopupView } from '../../../src/core/view/popup/build-popup.ts';
import { buildPopupSnapshot } from '../../../src/core/view/popup/build-popup-snapshot.ts';
import { snapshotFor } from '../../../src/core/view/popup/popup-snapshot.ts';
import { readPlanFile } from '../../../src/core/plan/plan-file.ts';
import { changed, emptyPlan, markDone, type Plan } from '../../../src/core/plan/plan.ts';
import { routeFrom } from '../../../src/pages/popup/route.ts';
import { Popup, type FirstView } from '../../../src/pages/popup/popup.tsx';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { setDocumentLocale } from '../../../src/pages/shared/frame/live-view.ts';
import { advisory, language, t, speaking } from '../page/locale.ts';
import { tracesOf } from '../page/traces.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);
const { facts = {}, isTab = false, worker, everySite } = scene;
const now = facts.now ?? Date.parse('2026-11-23T12:00:00-05:00');
let attempts = 0;
let plan: Plan = scene.facts?.plan ?? emptyPlan;

const view = () =>
  buildPopupView({
    origin: 'packaged',
    language,
    t,
    url: '',
    verdict: null,
    snoozedUntil: null,
    openQuestions: 0,
    settings: defaultSettings(),
    timeZone: 'America/Chicago',
    traces: tracesOf(scene.traces),
    ...facts,
    advisory: facts.advisory ? speaking(facts.advisory) : advisory,
    now,
    plan,
  });

const connection = sampleConnection(
  {
    'mark-steps': ({ steps, isDone }) => {
      plan = markDone(plan, steps, isDone, '2026-11-23');
      return null;
    },
    'change-plan': (change) => {
      plan = changed(plan, change);
      return null;
    },
    'read-plan-file': ({ text }) => readPlanFile(text),
    'popup-view': () => {
      attempts += 1;
      if (worker === 'failing' && attempts === 1)
        throw new Error('The background worker did not answer.');
      return worker === 'waiting' ? new Promise(() => undefined) : view();
    },
  },
  everySite,
);

const address = new URL(location.href);
if (isTab) address.searchParams.set('tab', '1');
function madeAhead(): FirstView | null {
  if (!scene.ahead) return null;
  const { page } = view();
  const pages = scene.ahead === 'judged' ? [{ tabId: 1, url: facts.url ?? '', page }] : [];
  const first = snapshotFor(
    buildPopupSnapshot(
      view(),
      advisory.notices.flatMap(({ sources }) => sources),
      now,
    ),
    pages,
    { id: 1, url: facts.url },
    now,
  );
  if (first) setDocumentLocale(first);
  return first && { view: first, t };
}

const settled = { waiting: 'main[aria-busy=true]', failing: '[role=alert]' };
const first = madeAhead();
present(
  scene,
  (root) =>
    render(
      <Popup connection={connection} place={routeFrom(address)} now={() => now} first={first} />,
      root,
    ),
  worker && !first ? settled[worker] : '.footer',
);
