import type { DeadlineView, PopupView } from '../../../../core/view/popup/popup.ts';

/** Dates of the ban itself, and those of other measures elsewhere; all of them are the first where no ban is among the places. */
export function ownDates({
  deadlines,
  jurisdictions,
}: Pick<PopupView, 'deadlines' | 'jurisdictions'>): {
  readonly own: readonly DeadlineView[];
  readonly others: readonly DeadlineView[];
} {
  const banning = new Set(jurisdictions.filter(({ kind }) => kind === 'ban').map(({ id }) => id));
  const own = deadlines.filter(({ jurisdiction }) => banning.has(jurisdiction));
  if (own.length === 0) return { own: deadlines, others: [] };
  return { own, others: deadlines.filter(({ jurisdiction }) => !banning.has(jurisdiction)) };
}
