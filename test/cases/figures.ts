// Figures by kind of case, and the floor below which none of them may fall.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Judged {
  readonly kind: string;
  readonly isRight: boolean;
  /** The question and the answer, for whoever fixes it. */
  readonly said: string;
}

const FloorsSchema = v.record(v.string(), v.record(v.string(), v.string()));
type Floors = v.InferOutput<typeof FloorsSchema>;

/** By set of cases and kind: "right of all". */
export const floors: Floors = v.parse(
  FloorsSchema,
  JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')),
);

/** "right of all" for each kind, in the order of the alphabet. */
export function figuresOf(judged: readonly Judged[]): Record<string, string> {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const ofKind = judged.filter((one) => one.kind === kind);
      const right = ofKind.filter(({ isRight }) => isRight);
      return [kind, `${String(right.length)} of ${String(ofKind.length)}`];
    }),
  );
}

export const saidOfWrong = (judged: readonly Judged[]): string =>
  judged.flatMap(({ isRight, kind, said }) => (isRight ? [] : [`${kind}: ${said}`])).join('\n');
