// `check FILE`: prints every fault of an advisory with its path; exits with 1 if there are any.
import { checkAdvisory } from '../../../src/core/advisory/editorial/check.ts';
import type { Advisory } from '../../../src/core/advisory/schema.ts';
import { parseAdvisory } from '../../../src/core/advisory/parse.ts';
import type { Fault } from '../../../src/core/base/result.ts';
import { readBytes, saidFault } from '../command.ts';
import { evidenceOf, freshDays, type Found } from './evidence.ts';

function print(file: string, faults: readonly Fault[]): void {
  for (const fault of faults) console.error(saidFault(file, fault));
  console.error(`${String(faults.length)} ${faults.length === 1 ? 'fault' : 'faults'}.`);
}

function printEvidence(advisory: Advisory): void {
  const { lawWithoutOfficial, lawExcused, stepsWithoutSource, refusedSources, oldFacts } =
    evidenceOf(advisory, Date.now());
  const counted: [string, readonly Found[]][] = [
    ['statements about law without an official source', lawWithoutOfficial],
    ['statements about law for which the document says why there is none', lawExcused],
    ['steps without a source', stepsWithoutSource],
    ['sources of a refused kind', refusedSources],
    [`facts older than ${String(freshDays)} days`, oldFacts],
  ];
  for (const [what, found] of counted) {
    console.log(`${what}: ${String(found.length)}`);
    for (const { place, note } of found) console.log(`  ${place}: ${note}`);
  }
}

export async function check(args: string[]): Promise<number> {
  const [file, ...others] = args;
  if (file === undefined || others.length > 0 || file.startsWith('-')) {
    console.error('Usage: npm run -s advisory -- check FILE');
    return file === '--help' ? 0 : 2;
  }
  const parsed = parseAdvisory(await readBytes(file));
  const faults = parsed.ok ? checkAdvisory(parsed.value) : parsed.error;
  if (faults.length > 0 || !parsed.ok) {
    print(file, faults);
    return 1;
  }
  const { id, version, issued, expires, sources, questions, deadlines, alternatives, detection } =
    parsed.value;
  console.log(
    `${file}: ${id} version ${String(version)}, issued ${issued}, expires ${expires}: no fault.`,
  );
  console.log(
    `${String(sources.length)} sources, ${String(deadlines.length)} deadlines, ${String(questions.length)} questions, ` +
      `${String(alternatives.products.length)} alternatives, ${String(detection.rules.length)} rules.`,
  );
  printEvidence(parsed.value);
  return 0;
}
