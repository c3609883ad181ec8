// Builds the popup snapshot. Kept apart from reading it, so that the popup's first screen doesn't
// load this.
import { nextDayIn } from '../../dates/deadlines.ts';
import { emptyPlan } from '../../plan/plan.ts';
import type { PopupSnapshot } from './popup-snapshot.ts';
import type { PopupView } from './popup.ts';

/** Without any date: the last instant a Date can hold, which can be stored. */
const endOfTime = 8.64e15;

/**
 * The view goes stale when a day ends in any deadline's time zone, or when the advisory expires.
 */
function freshUntil({ deadlines, advisory }: PopupView, now: number): number {
  const zones = new Set(deadlines.map(({ timeZone }) => timeZone));
  const expires = Date.parse(advisory.expires);
  return Math.min(
    endOfTime,
    ...[...zones].map((zone) => nextDayIn(zone, now)),
    ...(expires > now ? [expires] : []),
  );
}

/**
 * The view without a page or parts other than the first screen, plus the sources that page texts
 * may cite.
 */
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
      plan: emptyPlan,
      traces: { ...view.traces, findings: [] },
      sources: view.sources.filter(({ id }) => shown.has(id)),
    },
  };
}
