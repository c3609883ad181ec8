// "Does the ban concern me?", as far as it can be told without asking: from the places that a person chose, else from the clock.
import { firstFitting } from './advisory/applicable.ts';
import type { Advisory, Jurisdiction } from './advisory/schema.ts';
import { chosenPlace, guessPlace } from './guess-places.ts';

type Table = Advisory['applicability'];

export interface Concern {
  readonly jurisdiction: Jurisdiction;
  /** By the computer's time zone; nobody said so. */
  readonly isGuess: boolean;
  readonly place: Table['places'][number];
  readonly answer: Table['answers'][number];
}

/** Null where nobody said where the computer is and its clock doesn't tell. `timeZone` is an IANA name. */
export function concernOf({ jurisdictions, applicability }: Pick<Advisory, 'jurisdictions' | 'applicability'>, chosen: readonly string[], timeZone: string): Concern | null {
  const known = jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
  const said = chosenPlace(known, chosen);
  const jurisdiction = said ?? (chosen.length === 0 ? guessPlace(known, timeZone) : undefined);
  if (!jurisdiction) return null;
  const { places, roles, products, answers } = applicability;
  const place = places.find((one) => one.jurisdiction === jurisdiction.id) ?? places.find(({ isForOthers }) => isForOthers);
  const [role, product] = [roles[0], products[0]];
  if (!place || !role || !product) return null;
  const rows = answers.map((row) => ({ row, places: row.places ?? null, roles: row.roles ?? null, products: row.products ?? null }));
  const answer = firstFitting(rows, { place: place.id, role: role.id, product: product.id })?.row;
  return answer ? { jurisdiction, isGuess: said === undefined, place, answer } : null;
}
