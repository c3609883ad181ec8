// What watching for traces costs a page without any, beside the same page without the watch.
import { beforeAll, expect, it } from 'vitest';
import { measurePageScript, type PageScript } from '../../tools/bench/page/script.ts';
import { median } from '../../tools/bench/row.ts';
import { defaultBuilds } from '../harness/browsers/launch.ts';

const rounds = 20;
const limitMs = 0.3;

let times: PageScript;
beforeAll(async () => {
  times = await measurePageScript(defaultBuilds.chromium, rounds);
}, 900_000);

/** Median of the differences within each round, in ms; says it. */
function added(by: 'watch' | 'smallest'): number {
  const more = median(times[by].map((time, round) => time - (times.nothing[round] ?? 0)));
  console.log(
    `Script of a page, ms: ${median(times[by]).toFixed(2)} beside ${by}, ${median(times.nothing).toFixed(2)} alone, ${more.toFixed(2)} more.`,
  );
  return more;
}

it(`Watching for traces adds at most ${String(limitMs)} ms of script to a page without any`, () => {
  expect(added('watch')).toBeLessThanOrEqual(limitMs);
});

it('The measure sees the smallest script that an extension could have there', () => {
  expect(added('smallest')).toBeGreaterThan(0.05);
});
