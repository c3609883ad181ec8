// A plan file from anywhere, read whole or not at all. Read by the worker: the schema library stays out of the popup.
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { maxPlanCharacters, planFormat, planKind } from './plan-text-file.ts';
import { PlanSchema, type Plan } from './plan-schema.ts';

export type PlanFault = 'tooLarge' | 'notJson' | 'notPlan' | 'later' | 'broken';

const EnvelopeSchema = v.object({
  kind: v.literal(planKind),
  format: v.number(),
  plan: v.unknown(),
});

/** A file from anywhere: read whole or not at all. */
export function readPlanFile(text: string): Result<Plan, PlanFault> {
  if (text.length > maxPlanCharacters) return failure('tooLarge');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return failure('notJson');
  }
  const envelope = v.safeParse(EnvelopeSchema, raw);
  if (!envelope.success) return failure('notPlan');
  if (envelope.output.format > planFormat) return failure('later');
  const plan = v.safeParse(PlanSchema, envelope.output.plan);
  if (
    !plan.success ||
    new Set(plan.output.devices.map((one) => one.id)).size !== plan.output.devices.length
  )
    return failure('broken');
  return success(plan.output);
}
