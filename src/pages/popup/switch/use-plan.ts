// The plan as this part changes it. Before the first change it is one of this computer, which nobody has stored yet.
import { useEffect, useRef, useState } from 'preact/hooks';
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

/** `guest` is a system that none of the plan's devices has: shown as one more device, and stored only once a box of it is ticked. */
export function usePlan(guest: string | null = null): PlanInUse {
  const { connection } = usePage();
  const { view } = usePopup();
  const { systems } = view.removal;
  const own = systems.find(({ id }) => id === detectOs(navigator)) ?? systems[0];
  const fallback = own?.id ?? '';
  // Changes not yet confirmed by the worker, so that a second click builds on the first.
  const [ahead, setAhead] = useState<Partial<Plan>>({});
  const underWay = useRef(0);
  useEffect(() => {
    if (underWay.current === 0) setAhead({});
  }, [view.plan]);
  const latest = { ...view.plan, ...ahead };
  const isStored = latest.devices.length > 0;
  const kept: readonly Device[] = isStored
    ? latest.devices.map((device) => ({ ...device, system: device.system || fallback }))
    : [{ id: 'd1', name: '', system: fallback }];
  const added =
    guest === null || kept.some(({ system }) => system === guest)
      ? null
      : { id: freeDeviceId(kept), name: '', system: guest };
  const plan = { ...latest, devices: added ? [...kept, added] : [...kept] };
  const change = async (next: Partial<Plan>) => {
    const whole = { ...(!isStored && { devices: [...kept] }), ...next };
    setAhead((before) => ({ ...before, ...whole }));
    underWay.current += 1;
    try {
      await connection.request('change-plan', whole);
    } catch (cause) {
      setAhead({});
      throw cause;
    } finally {
      underWay.current -= 1;
    }
  };
  const mark = async (steps: readonly string[], isDone: boolean) => {
    const isOfGuest = added !== null && steps.some((step) => step.startsWith(tickOf(added, '')));
    if (isOfGuest) await change({ devices: plan.devices });
    else if (!isStored) await change({});
    await connection.request('mark-steps', { steps: [...steps], isDone });
  };
  return { plan, isStored, change, mark };
}

export function isTicked({ done }: Plan, device: Device, step: string): boolean {
  const tick = tickOf(device, step);
  return done.some((one) => one.step === tick);
}

export function freeDeviceId(devices: readonly Device[]): string {
  return `d${String(Math.max(0, ...devices.map(({ id }) => Number(id.slice(1)))) + 1)}`;
}
