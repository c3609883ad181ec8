// The small faults of test/faults fit the code as it is, so that they can be put into it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'test/faults';

function fits(file: string): boolean {
  // One that is in the code already can be taken out.
  return [[], ['--reverse']].some(
    (way) => spawnSync('git', ['apply', '--check', ...way, `${folder}/${file}`]).status === 0,
  );
}

it('fit the code', () => {
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThanOrEqual(40);
  expect(files.filter((file) => !fits(file))).toEqual([]);
});
