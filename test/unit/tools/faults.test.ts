// The small faults of test/faults fit the code as it is, so that they can be put into it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'test/faults';
const check = (...parameters: readonly string[]) =>
  spawnSync('git', ['apply', '--check', ...parameters], { encoding: 'utf8' });

it('fit the code', { timeout: 60_000 }, () => {
  const paths = readdirSync(folder).map((file) => `${folder}/${file}`);
  expect(paths.length).toBeGreaterThanOrEqual(40);
  // One that is in the code already can be taken out; all the others fit.
  const others =
    check(...paths).status === 0
      ? paths
      : paths.filter((path) => check('--reverse', path).status !== 0);
  expect(check(...others).stderr).toBe('');
  expect(paths.length - others.length).toBeLessThanOrEqual(1);
});
