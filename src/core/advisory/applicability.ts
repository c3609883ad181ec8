// Answers "Does it apply to me?" with the first table row that fits the person's choices.

interface Situation {
  readonly place: string;
  readonly role: string;
  readonly product: string;
}

interface Row {
  /** Choices this row covers; null means all. */
  readonly places: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly products: readonly string[] | null;
}

const fits = (list: readonly string[] | null, choice: string) =>
  list === null || list.includes(choice);

export function firstFitting<Answer extends Row>(
  answers: readonly Answer[],
  { place, role, product }: Situation,
): Answer | undefined {
  return answers.find(
    (row) => fits(row.places, place) && fits(row.roles, role) && fits(row.products, product),
  );
}
