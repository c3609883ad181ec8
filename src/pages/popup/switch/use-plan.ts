// The plan as this part changes it. Before the first change it is one of this computer, which nobody has stored yet.
import { tickOf, type Device, type Plan } from '../../../core/plan/plan.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { detectOs } from './detect-os.ts';

export interface PlanInUse {
  readonly plan: Plan;
  readonly isStored: boolean;
  readonly change: (change: Partial<Plan>) => Promise<void>;
  readonly mark: (steps: readonly string[], isDone: boolean) => Promise<void>;
}

export function usePlan(): PlanInUse {
  const { connection } = usePage();
  const { view } = usePopup();
  const { systems } = view.removal;
  const own = systems.find(({ id }) => id === detectOs(navigator)) ?? systems[0];
  const fallback = own?.id ?? '';
  const isStored = view.plan.devices.length > 0;
  const devices: readonly Device[] = isStored
    ? view.plan.devices.map((device) => ({ ...device, system: device.system || fallback }))
    : [{ id: 'd1', name: '', system: fallback }];
  const plan = { ...view.plan, devices: [...devices] };
  const change = async (next: Partial<Plan>) => {
    await connection.request('change-plan', {
      ...(!isStored && { devices: plan.devices }),
      ...next,
    });
  };
  const mark = async (steps: readonly string[], isDone: boolean) => {
    if (!isStored) await change({});
    await connection.request('mark-steps', { steps: [...steps], isDone });
  };
  return { plan, isStored, change, mark };
}

export function isTicked({ done }: Plan, device: Device, step: string): boolean {
  const tick = tickOf(device, step);
  return done.some((one) => one.step === tick);
}
