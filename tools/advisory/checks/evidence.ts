// Counts the sources behind an advisory's facts, and names the facts with too few.
import { neverRead } from '../../../src/core/advisory/statement-schema.ts';
import type { Advisory } from '../../../src/core/advisory/schema.ts';
import { factsOf, sourcesById, type Fact } from './facts.ts';
import { refusedKind } from './refused-sources.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Facts must be checked again after this many days; the document expires as many days after its
 * issue.
 */
export const freshDays = 90;

export interface Found {
  readonly place: string;
  readonly note: string;
}

interface Evidence {
  readonly lawWithoutOfficial: readonly Found[];
  /** Same, but the document gives a reason. */
  readonly lawExcused: readonly Found[];
  readonly stepsWithoutSource: readonly Found[];
  readonly refusedSources: readonly Found[];
  readonly oldFacts: readonly Found[];
}

const lawPlaces = /^(?:ban\.(?!vendorPosition|background)|jurisdictions\.|applicability\.)/;

/**
 * Statements about law: the ban and other measures, dates other than the vendor's own, the table,
 * and answers that cite a law or a law firm.
 */
function isOnLaw({ place, kind }: Fact, kinds: readonly (string | undefined)[]): boolean {
  if (lawPlaces.test(place)) return true;
  if (place.startsWith('deadlines.')) return kind !== 'vendor';
  return (
    place.startsWith('questions.') && kinds.some((one) => one === 'official' || one === 'law-firm')
  );
}

/**
 * Facts whose newest reading is more than `days` before `now`, with that date. Skips facts nobody
 * read, which have no date.
 */
export function factsOlderThan(advisory: Advisory, days: number, now: number): Found[] {
  const sources = sourcesById(advisory);
  const before = new Date(now - days * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length);
  return factsOf(advisory).flatMap(({ place, sources: ids }) => {
    const read = ids
      .flatMap((id) => sources.get(id) ?? [])
      .filter(({ checked }) => checked !== neverRead);
    const newest = read
      .map(({ checked }) => checked)
      .sort()
      .at(-1);
    return newest !== undefined && newest < before
      ? [{ place, note: `${newest} ${read.map(({ url }) => url).join(' ')}` }]
      : [];
  });
}

export function evidenceOf(advisory: Advisory, now: number): Evidence {
  const sources = sourcesById(advisory);
  const facts = factsOf(advisory);
  const law = facts.filter((fact) => {
    const cited = fact.sources.flatMap((id) => sources.get(id) ?? []);
    const kinds = cited.map(({ kind }) => kind);
    // An official text that nobody read is an address, not evidence.
    const isOfficial = cited.some(({ kind, reading }) => kind === 'official' && reading !== 'none');
    return isOnLaw(fact, kinds) && !isOfficial;
  });
  return {
    lawWithoutOfficial: law
      .filter(({ noOfficial }) => noOfficial === null)
      .map(({ place, sources: ids }) => ({ place, note: ids.join(', ') })),
    lawExcused: law
      .filter(({ noOfficial }) => noOfficial !== null)
      .map(({ place, noOfficial }) => ({ place, note: noOfficial ?? '' })),
    stepsWithoutSource: facts
      .filter(({ place, sources: ids }) => place.startsWith('removal.') && ids.length === 0)
      .map(({ place }) => ({ place, note: 'no source' })),
    refusedSources: advisory.sources.flatMap(({ id, url, readAt = '' }) =>
      [url, readAt].flatMap((address) => {
        const refused = refusedKind(address);
        return refused === null
          ? []
          : [{ place: `sources.${id}`, note: `${refused.kind}: ${address} (${refused.why})` }];
      }),
    ),
    oldFacts: factsOlderThan(advisory, freshDays, now),
  };
}
