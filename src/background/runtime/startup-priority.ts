// Pages that open with the browser ask while the worker starts. They are answered first; what else a start puts right comes after them.
const open = new Set<Promise<unknown>>();

export function prioritize<Reply>(answer: Promise<Reply>): Promise<Reply> {
  open.add(answer);
  return answer.finally(() => open.delete(answer));
}

/** Resolves once what was asked until now is answered, well or not. */
export async function prioritySettled(): Promise<void> {
  await Promise.allSettled([...open]);
}
