// `stale [--days N] [FILE]`: facts whose newest check is older than N days, oldest first, with the
// addresses to check.
import { parseAdvisory } from '../../../src/core/advisory/parse.ts';
import { CommandError, given, readBytes, saidFault, wrongUse } from '../command.ts';
import { factsOlderThan, freshDays } from './evidence.ts';

const usage = `Usage: npm run -s advisory -- stale [--days N] [FILE]
N is ${String(freshDays)} and FILE is src/data/advisory.json where they are not given.`;

export async function stale(args: string[]): Promise<number> {
  const { positionals, one } = given(args, { usage, options: { days: { type: 'string' } } });
  const [file = 'src/data/advisory.json', ...others] = positionals;
  const days = one('days') ?? String(freshDays);
  if (others.length > 0 || !/^\d{1,5}$/.test(days)) throw wrongUse(usage);
  const parsed = parseAdvisory(await readBytes(file));
  if (!parsed.ok)
    throw new CommandError(parsed.error.map((fault) => saidFault(file, fault)).join('\n'));
  const found = factsOlderThan(parsed.value, Number(days), Date.now()).sort((a, b) =>
    a.note.localeCompare(b.note, 'en'),
  );
  for (const { place, note } of found) console.log(`${place}: ${note}`);
  console.log(`facts older than ${days} days: ${String(found.length)}`);
  return 0;
}
