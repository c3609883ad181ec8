// The plan as the text of a file, for another computer.
import { productId } from '../brand.ts';
import type { Plan } from './plan.ts';

export const planKind = `${productId}-plan`;
export const planFormat = 1;
/** More than the largest plan needs; a longer text is not read. */
export const maxPlanCharacters = 1_000_000;

/** The text of the file. `now` in ms. */
export function planFile(plan: Plan, now: number): string {
  return `${JSON.stringify({ kind: planKind, format: planFormat, savedAt: new Date(now).toISOString(), plan }, null, 2)}\n`;
}
