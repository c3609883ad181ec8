// The schema of a plan, and its limits.
import * as v from 'valibot';
import { longestName, mostDevices } from './plan-limits.ts';

const id = (longest: number) => v.pipe(v.string(), v.regex(/^[\w./-]*$/), v.maxLength(longest));
const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/));

const DeviceSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^d\d{1,3}$/)),
  /** As a person calls it; empty where its system says enough. */
  name: v.pipe(v.string(), v.maxLength(longestName)),
  /** Whose steps it needs; empty: nobody said. */
  system: id(20),
});

/**
 * `step` is the device's id, a colon, and the step's, such as `d1:windows/uninstall/step-1`; `on`
 * the day, where it is known.
 */
const DoneSchema = v.object({
  step: v.pipe(v.string(), v.regex(/^d\d{1,3}:[\w./-]+$/), v.maxLength(250)),
  on: day,
});

const parts = {
  /** What the person used the software for; ids of the advisory's needs. */
  needs: v.pipe(v.array(id(80)), v.maxLength(30)),
  devices: v.pipe(v.array(DeviceSchema), v.maxLength(mostDevices)),
  /** What takes its place, one for each need. */
  choices: v.pipe(v.array(v.object({ need: id(80), product: id(80) })), v.maxLength(30)),
  done: v.pipe(v.array(DoneSchema), v.maxLength(4000)),
};

export const PlanSchema = v.object(parts);
/** Some parts of it, each whole. */
export const PlanChangeSchema = v.object({
  needs: v.optional(parts.needs),
  devices: v.optional(parts.devices),
  choices: v.optional(parts.choices),
  done: v.optional(parts.done),
});
export type Plan = v.InferOutput<typeof PlanSchema>;
export type Device = v.InferOutput<typeof DeviceSchema>;
export type PlanChange = v.InferOutput<typeof PlanChangeSchema>;
