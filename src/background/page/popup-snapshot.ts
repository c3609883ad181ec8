// Keeps the popup's first screen in session storage, so that a popup needn't wait for a sleeping
// worker.
import { buildPopupView } from '../../core/view/popup/build-popup.ts';
import { isSame } from '../../core/base/equal.ts';
import { buildPopupSnapshot } from '../../core/view/popup/build-popup-snapshot.ts';
import type { PopupSnapshot } from '../../core/view/popup/popup-snapshot.ts';
import { noTraces } from '../../core/traces/view.ts';
import type { PopupView } from '../../core/view/popup/popup.ts';
import { now, timeZone } from '../../platform/clock.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { policy } from '../policy/managed.ts';
import { openQuestions } from '../download/open.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { getTracesView } from '../traces/look.ts';
import { state } from '../base/storage-items.ts';
import { planItems } from './plan-items.ts';
import { read, write } from '../base/store.ts';

/** The facts that don't depend on the page. */
export async function popupFacts() {
  const [{ advisory, origin }, settings] = await Promise.all([
    currentAdvisory(),
    effectiveSettings(),
  ]);
  const { language, t } = await currentLocale(settings, advisory);
  return {
    advisory,
    origin,
    language,
    t,
    now: now(),
    openQuestions: (await openQuestions()).length,
    troubles: await read(state.troubles),
    settings,
    timeZone: timeZone(),
    policy: (await policy()).values,
    traces: await getTracesView(language, t),
    plan: await read(planItems.plan),
  };
}

/** Writes it anew where it would say something else. */
export async function keepSnapshot(): Promise<void> {
  const facts = await popupFacts();
  const ofPages = facts.advisory.notices.flatMap(({ sources }) => sources);
  const view = buildPopupView({ ...facts, url: '', verdict: null, snoozedUntil: null });
  const [before, after] = [await read(state.glance), buildPopupSnapshot(view, ofPages, facts.now)];
  if (isSame(before, after)) return;
  await write(state.glance, after);
  // Page entries were written in another language or from another advisory.
  if (before && !isSame(saidOfPages(before), saidOfPages(after)))
    await write(state.glancedPages, []);
}

/**
 * All that words on a page may depend on: neither what waits for an answer, nor the day, nor
 * traces.
 */
function saidOfPages({ view }: PopupSnapshot): PopupView {
  return {
    ...view,
    openQuestions: 0,
    troubles: [],
    progress: { done: 0, total: 0 },
    deadlines: [],
    traces: noTraces,
  };
}
