// Stored items of the way out.
import * as v from 'valibot';
import { emptyPlan } from '../../core/plan/plan.ts';
import { PlanSchema, type Plan } from '../../core/plan/plan-schema.ts';
import { listOf, single } from '../base/stored-schemas.ts';

export const planItems = {
  /** The person's plan: their software, choices and progress. */
  plan: single<Plan>('local', 'plan', PlanSchema, emptyPlan),
  /** Removal steps that were ticked before there were plans; the start carries them over. */
  doneSteps: listOf<string>(
    'local',
    'doneSteps',
    v.pipe(v.string(), v.regex(/^[\w./-]+$/), v.maxLength(240)),
  ),
} as const;
