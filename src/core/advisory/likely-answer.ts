// Answers "Does the ban concern me?" without asking: from the places a person chose, else from the
// computer's time zone.
import { firstFitting } from './applicability.ts';
import type { Advisory, Jurisdiction } from './schema.ts';
import { chosenJurisdiction, guessJurisdiction } from './location.ts';

type Table = Advisory['applicability'];

interface LikelyAnswer {
  readonly jurisdiction: Jurisdiction;
  /** True if it comes from the computer's time zone alone. */
  readonly isGuess: boolean;
  /** For an organization; otherwise for a person at home. */
  readonly isAtWork: boolean;
  readonly place: Table['places'][number];
  readonly answer: Table['answers'][number];
}

/** Ids of the table's choices for organizations, if it has them. */
const workIds = { role: 'business', product: 'business-product' } as const;

/**
 * Null if no place was chosen and the time zone doesn't tell. `timeZone` is an IANA name;
 * `isManaged` means a policy names the organization.
 */
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
