// "Does the ban concern me?", as far as it can be told without asking: from the places that a person chose, else from the clock.
import { firstFitting } from './applicability.ts';
import type { Advisory, Jurisdiction } from './schema.ts';
import { chosenJurisdiction, guessJurisdiction } from './location.ts';

type Table = Advisory['applicability'];

export interface LikelyAnswer {
  readonly jurisdiction: Jurisdiction;
  /** By the computer's time zone; nobody said so. */
  readonly isGuess: boolean;
  /** For an organization; else for a person at home. */
  readonly isAtWork: boolean;
  readonly place: Table['places'][number];
  readonly answer: Table['answers'][number];
}

/** Choices of the table that are an organization's, where it has them. */
const workIds = { role: 'business', product: 'business-product' } as const;

/** Null where nobody said where the computer is and its clock doesn't tell. `timeZone` is an IANA name; `isManaged`: by an organization that names itself. */
export function likelyAnswer(
  { jurisdictions, applicability }: Pick<Advisory, 'jurisdictions' | 'applicability'>,
  chosen: readonly string[],
  timeZone: string,
  isManaged = false,
): LikelyAnswer | null {
  const known = jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
  const said = chosenJurisdiction(known, chosen);
  const jurisdiction =
    said ?? (chosen.length === 0 ? guessJurisdiction(known, timeZone) : undefined);
  if (!jurisdiction) return null;
  const { places, roles, products, answers } = applicability;
  const place =
    places.find((one) => one.jurisdiction === jurisdiction.id) ??
    places.find(({ isForOthers }) => isForOthers);
  const atWork = isManaged ? roles.find(({ id }) => id === workIds.role) : undefined;
  const role = atWork ?? roles[0];
  const product = (atWork && products.find(({ id }) => id === workIds.product)) ?? products[0];
  if (!place || !role || !product) return null;
  const rows = answers.map((row) => ({
    row,
    places: row.places ?? null,
    roles: row.roles ?? null,
    products: row.products ?? null,
  }));
  const answer = firstFitting(rows, { place: place.id, role: role.id, product: product.id })?.row;
  return answer
    ? { jurisdiction, isGuess: said === undefined, isAtWork: atWork !== undefined, place, answer }
    : null;
}
