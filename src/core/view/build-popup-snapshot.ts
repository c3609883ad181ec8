// What the worker keeps ahead of the popup. Apart from what the popup reads it with, which its first screen waits for.
import { nextDayIn } from '../dates/deadlines.ts';
import type { PopupSnapshot } from './popup-snapshot.ts';
import type { PopupView } from './popup.ts';

/** Where nothing has a date: the last instant that there is, which is a number that can be stored. */
const endOfTime = 8.64e15;

/** Words count days where each deadline does, and the advisory may be out of date from some instant on. */
function freshUntil({ deadlines, advisory }: PopupView, now: number): number {
  const zones = new Set(deadlines.map(({ timeZone }) => timeZone));
  const expires = Date.parse(advisory.expires);
  return Math.min(
    endOfTime,
    ...[...zones].map((zone) => nextDayIn(zone, now)),
    ...(expires > now ? [expires] : []),
  );
}

/** The view without what only the other parts need, and without a page; with the sources that words on a page may name. */
export function buildPopupSnapshot(
  view: PopupView,
  sourcesOfPages: readonly string[],
  now: number,
): PopupSnapshot {
  const { concern } = view;
  const shown = new Set([
    ...sourcesOfPages,
    ...view.ban.headline.sources,
    ...(concern ? [...concern.sources, ...concern.local.flatMap(({ sources }) => sources)] : []),
  ]);
  return {
    freshUntil: freshUntil(view, now),
    view: {
      ...view,
      awaits: 'parts',
      page: {
        tabId: null,
        host: '',
        label: 'unknown',
        rule: '',
        reason: '',
        notice: null,
        snoozedUntil: null,
      },
      ban: { headline: view.ban.headline, sections: [] },
      deadlines: view.deadlines.map((deadline) => ({
        ...deadline,
        text: '',
        affects: '',
        sources: [],
      })),
      jurisdictions: view.jurisdictions.map((jurisdiction) => ({
        ...jurisdiction,
        statements: [],
      })),
      applicability: { places: [], roles: [], products: [], answers: [] },
      questions: [],
      alternatives: { criteria: [], needs: [], products: [] },
      removal: {
        principles: [],
        before: [],
        systems: [],
        after: [],
        replacement: { title: '', facts: [], steps: [] },
        verify: [],
      },
      doneSteps: [],
      sources: view.sources.filter(({ id }) => shown.has(id)),
    },
  };
}
