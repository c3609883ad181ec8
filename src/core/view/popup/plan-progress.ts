// How far a plan is. Small, since the worker keeps it ahead for the first screen.
import { tickOf, type Plan } from '../../plan/plan.ts';
import type { PopupView } from './popup.ts';
import type { StepGroupView, StepView } from './steps.ts';

type Removal = PopupView['removal'];

/** Ids of a system's tasks as they are kept when ticked, such as `before/passwords/step-1`; notes are none. All tasks that need no system, where the advisory knows none. */
export function tasksOf(removal: Removal, system: string | undefined): readonly string[] {
  const ids = (place: string, steps: readonly StepView[]) =>
    steps
      .filter(
        ({ isNote, systems }) =>
          !isNote && (!systems || system === undefined || systems.includes(system)),
      )
      .map(({ id }) => `${place}/${id}`);
  const inGroups = (place: string, groups: readonly StepGroupView[] = []) =>
    groups.flatMap(({ id, steps }) => ids(`${place}/${id}`, steps));
  const own = removal.systems.find(({ id }) => id === system);
  return [
    ...inGroups('before', removal.before),
    ...inGroups(system ?? '', own?.groups),
    ...inGroups('after', removal.after),
    ...ids('replacement', removal.replacement.steps),
    ...ids('verify', removal.verify),
  ];
}

/** Its tasks, over all devices. */
export function planProgress(
  removal: Removal,
  { devices, done }: Plan,
): { readonly done: number; readonly total: number } {
  const ticked = new Set(done.map(({ step }) => step));
  const tasks = devices.flatMap((device) =>
    tasksOf(removal, device.system || undefined).map((step) => tickOf(device, step)),
  );
  return { done: tasks.filter((task) => ticked.has(task)).length, total: tasks.length };
}
