// "Does it apply to me?" must have an answer for everyone, and no row that can never be reached.
import type { Fault } from '../../base/result.ts';
import type { Advisory } from '../schema.ts';

type Applicability = Advisory['applicability'];
type Answer = Applicability['answers'][number];

const axes = ['places', 'roles', 'products'] as const;

function fits(answer: Answer, place: string, role: string, product: string): boolean {
  return (
    (answer.places?.includes(place) ?? true) &&
    (answer.roles?.includes(role) ?? true) &&
    (answer.products?.includes(product) ?? true)
  );
}

export function checkApplicability({
  applicability,
  jurisdictions,
}: Pick<Advisory, 'applicability' | 'jurisdictions'>): Fault[] {
  const { places, roles, products, answers } = applicability;
  const faults: Fault[] = [];
  places.forEach(({ jurisdiction }, index) => {
    if (jurisdiction !== undefined && !jurisdictions.some(({ id }) => id === jurisdiction)) {
      faults.push({
        path: `applicability.places.${String(index)}.jurisdiction`,
        message: `"${jurisdiction}" is no jurisdiction`,
      });
    }
  });
  for (const axis of axes) {
    const known = new Set(applicability[axis].map(({ id }) => id));
    answers.forEach((answer, index) => {
      for (const id of answer[axis] ?? []) {
        if (!known.has(id))
          faults.push({
            path: `applicability.answers.${String(index)}.${axis}`,
            message: `names "${id}", which is no choice`,
          });
      }
    });
  }
  const given = new Set<Answer>();
  for (const place of places) {
    for (const role of roles) {
      for (const product of products) {
        const answer = answers.find((row) => fits(row, place.id, role.id, product.id));
        if (answer) given.add(answer);
        else
          faults.push({
            path: 'applicability.answers',
            message: `leaves ${place.id}, ${role.id}, ${product.id} without an answer`,
          });
      }
    }
  }
  answers.forEach((answer, index) => {
    if (!given.has(answer))
      faults.push({
        path: `applicability.answers.${String(index)}`,
        message: 'is never given: rows before it take every case',
      });
  });
  return faults;
}
