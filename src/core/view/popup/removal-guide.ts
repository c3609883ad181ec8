// Of all removal steps those that concern one system, and which of them are tasks.
import { tasksOf } from './plan-progress.ts';
import type { PopupView } from './popup.ts';
import type { StepGroupView, StepView } from './steps.ts';

type Removal = PopupView['removal'];

export interface RemovalGuide {
  readonly before: readonly StepGroupView[];
  readonly own: readonly StepGroupView[];
  readonly after: readonly StepGroupView[];
  readonly verify: readonly StepView[];
  /** Null where nothing of it concerns the system. */
  readonly replacement: Removal['replacement'] | null;
  /**
   * Ids of the tasks as they are kept when ticked, such as `before/passwords/step-1`; notes are
   * none.
   */
  readonly tasks: readonly string[];
}

/** The guide of one system; of every step where the advisory knows no system. */
export function removalGuide(removal: Removal, system: string | undefined): RemovalGuide {
  const concerned = (steps: readonly StepView[]) =>
    steps.filter(({ systems }) => !systems || system === undefined || systems.includes(system));
  const groups = (list: readonly StepGroupView[]) =>
    list
      .map((group) => ({ ...group, steps: concerned(group.steps) }))
      .filter(({ steps }) => steps.length > 0);
  const before = groups(removal.before);
  const own = groups(removal.systems.find(({ id }) => id === system)?.groups ?? []);
  const after = groups(removal.after);
  const verify = concerned(removal.verify);
  const leftovers = concerned(removal.replacement.steps);
  const isReplacementShown = leftovers.length > 0 || removal.replacement.steps.length === 0;
  return {
    before,
    own,
    after,
    verify,
    replacement: isReplacementShown ? { ...removal.replacement, steps: leftovers } : null,
    tasks: tasksOf(removal, system),
  };
}

/**
 * The system whose guide holds the element with this id: the wanted one if it does, else the first
 * that does.
 */
export function systemShowing(
  removal: Removal,
  anchor: string,
  wanted: string | undefined,
): string | undefined {
  const shows = (system: string | undefined) =>
    anchors(removalGuide(removal, system), system).includes(anchor);
  return shows(wanted) ? wanted : removal.systems.find(({ id }) => shows(id))?.id;
}

/** Ids of elements in a guide, without the principles, which every guide has. */
function anchors({ before, own, after, verify, replacement }: RemovalGuide, system = ''): string[] {
  const placed = [
    ['before', before],
    [system, own],
    ['after', after],
  ] as const;
  return [
    ...placed.flatMap(([place, groups]) => groups.map(({ id }) => `steps-${place}-${id}`)),
    ...(verify.length > 0 ? ['steps-verify'] : []),
    ...(replacement ? ['replacement'] : []),
  ];
}
