import type { LateWeighing } from './late-weighing.ts';

/** Asks the index; where it lacked what weighs words, loads that and asks again. */
export async function weighed<Answer>(
  { weighing }: { readonly weighing: LateWeighing },
  ask: () => Answer,
): Promise<Answer> {
  const answer = ask();
  if (!weighing.isWanted) return answer;
  weighing.provide((await import('./weighing.ts')).weighing);
  return ask();
}
