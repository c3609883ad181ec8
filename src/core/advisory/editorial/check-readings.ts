// Each source states its kind and how it was read. A source nobody read must not carry a reading
// date.
import type { Fault } from '../../base/result.ts';
import { neverRead, sourceKinds, sourceReadings, type Source } from '../statement-schema.ts';
import { type Advisory } from '../schema.ts';

/** These speak for themselves; law firms, press and copies report on others. */
const firstHand: ReadonlySet<string> = new Set(['official', 'vendor', 'lab']);

function* faultsOf({
  official,
  kind,
  reading,
  readAt,
  isUnread,
  checked,
}: Source): Generator<[field: string, message: string]> {
  if (kind === undefined) yield ['kind', `must be one of ${sourceKinds.join(', ')}`];
  else if (official !== firstHand.has(kind))
    yield ['official', `must be ${String(!official)} for a source of kind "${kind}"`];
  if (reading === undefined) yield ['reading', `must be one of ${sourceReadings.join(', ')}`];
  if (reading === 'copy' && readAt === undefined)
    yield ['readAt', 'must name the copy that was read'];
  if (reading !== 'copy' && readAt !== undefined)
    yield ['readAt', 'names a copy, and "reading" is not "copy"'];
  if (readAt?.startsWith('http:'))
    yield ['readAt', 'must be an https address or the name of a copy'];
  if (isUnread !== (reading === 'none'))
    yield ['isUnread', 'must stand with "reading": "none", and nowhere else'];
  if ((checked === neverRead) !== (reading === 'none'))
    yield ['checked', `must be ${neverRead} with "reading": "none", and nowhere else`];
}

export function checkReadings({ sources }: Pick<Advisory, 'sources'>): Fault[] {
  return sources.flatMap((source, index) =>
    [...faultsOf(source)].map(([field, message]) => ({
      path: `sources.${String(index)}.${field}`,
      message: `of "${source.id}" ${message}`,
    })),
  );
}
