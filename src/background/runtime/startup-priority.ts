// Pages that open with the browser ask while the worker starts. They are answered first; the rest
// of start-up follows.
const open = new Set<Promise<unknown>>();

export function prioritize<Reply>(answer: Promise<Reply>): Promise<Reply> {
  open.add(answer);
  return answer.finally(() => open.delete(answer));
}

/** Resolves once all current requests are answered or failed. */
export async function prioritySettled(): Promise<void> {
  await Promise.allSettled([...open]);
}
