// The plan in its order: save, choose, remove, protect, check. Each step once, with the devices that need it.
import type { Device, Plan } from '../../../core/plan/plan.ts';
import { removalGuide, type RemovalGuide } from '../../../core/view/popup/removal-guide.ts';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import type { StepGroupView, StepView } from '../../../core/view/popup/steps.ts';

type Removal = PopupView['removal'];

export interface PlanStep {
  /** As it is kept when ticked, without the device. */
  readonly id: string;
  readonly step: StepView;
  readonly devices: readonly Device[];
}

export interface PlanGroup {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly PlanStep[];
}

export const stages = ['save', 'remove', 'protect', 'check'] as const;
export type Stage = (typeof stages)[number];

export type PlanStages = Readonly<Record<Stage, readonly PlanGroup[]>>;

export function planStages(removal: Removal, { devices }: Plan, verifyTitle: string): PlanStages {
  const guides = devices.map((device) => ({
    device,
    guide: removalGuide(removal, device.system || undefined),
  }));
  const group = (
    place: string,
    { id, title, steps }: StepGroupView,
    stepsOf: (guide: RemovalGuide, device: Device) => readonly StepView[],
    name = `steps-${place}-${id}`,
    prefix = `${place}/${id}`,
  ): PlanGroup => ({
    id: name,
    title,
    steps: steps.flatMap((step) => {
      const concerned = guides
        .filter(({ device, guide }) => stepsOf(guide, device).some((one) => one.id === step.id))
        .map(({ device }) => device);
      return concerned.length > 0 ? [{ id: `${prefix}/${step.id}`, step, devices: concerned }] : [];
    }),
  });
  const inGroup = (groups: readonly StepGroupView[], wanted: string) =>
    groups.find(({ id }) => id === wanted)?.steps ?? [];
  const filled = (groups: readonly PlanGroup[]) => groups.filter(({ steps }) => steps.length > 0);
  const systems = removal.systems.filter(({ id }) => devices.some(({ system }) => system === id));
  return {
    save: filled(
      removal.before.map((one) => group('before', one, ({ before }) => inGroup(before, one.id))),
    ),
    remove: filled(
      systems.flatMap((system) =>
        system.groups.map((one) =>
          group(
            system.id,
            { ...one, title: systems.length > 1 ? `${system.title}: ${one.title}` : one.title },
            ({ own }, device) => (device.system === system.id ? inGroup(own, one.id) : []),
          ),
        ),
      ),
    ),
    protect: filled(
      removal.after.map((one) => group('after', one, ({ after }) => inGroup(after, one.id))),
    ),
    check: filled([
      group(
        '',
        { id: '', title: removal.replacement.title, steps: removal.replacement.steps },
        ({ replacement }) => replacement?.steps ?? [],
        'replacement',
        'replacement',
      ),
      group(
        '',
        { id: '', title: verifyTitle, steps: removal.verify },
        ({ verify }) => verify,
        'steps-verify',
        'verify',
      ),
    ]),
  };
}

export function countOf(
  groups: readonly PlanGroup[],
  isDone: (device: Device, step: string) => boolean,
): { readonly done: number; readonly total: number } {
  const ticks = groups.flatMap(({ steps }) =>
    steps
      .filter(({ step }) => !step.isNote)
      .flatMap(({ id, devices }) => devices.map((device) => isDone(device, id))),
  );
  return { done: ticks.filter(Boolean).length, total: ticks.length };
}
