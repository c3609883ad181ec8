// A plan for the way out: what one has, on which devices, what takes its place, and what is done.
// Kept here, taken along as a file.
import type { Device, Plan, PlanChange } from './plan-schema.ts';

export type { Device, Plan };

export const emptyPlan: Plan = { needs: [], devices: [], choices: [], done: [] };

export const tickOf = (device: Device, step: string): string => `${device.id}:${step}`;

/** With these steps ticked on that day, or no longer. */
export function markDone(plan: Plan, steps: readonly string[], isDone: boolean, on: string): Plan {
  const rest = plan.done.filter(({ step }) => !steps.includes(step));
  return { ...plan, done: [...rest, ...(isDone ? steps.map((step) => ({ step, on })) : [])] };
}

/** With the parts that are given in place of its own. */
export function changed(plan: Plan, change: PlanChange): Plan {
  // Values that arrive in messages have no properties set to undefined.
  return { ...plan, ...(change as Partial<Plan>) };
}

/** The ticks of a version without plans, as those of one device whose system nobody said. A plan that is there already stays as it is. */
export function withEarlierTicks(plan: Plan, steps: readonly string[]): Plan {
  if (plan.devices.length > 0 || steps.length === 0) return plan;
  const device = { id: 'd1', name: '', system: '' };
  return {
    ...plan,
    devices: [device],
    done: steps.map((step) => ({ step: tickOf(device, step), on: '' })),
  };
}
