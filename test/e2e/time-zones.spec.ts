// Where a computer is, by the name that each browser gives its time zone: they differ in what they call Indianapolis and Kyiv.
import { describe, expect, it } from 'vitest';
import advisory from '../../src/data/advisory.json' with { type: 'json' };
import { guessJurisdiction } from '../../src/core/advisory/location.ts';
import { parseAdvisoryValue } from '../../src/core/advisory/parse.ts';
import { placeOfEachName } from '../cases/advisory/time-zones.ts';
import type { Engine } from '../harness/browsers/browser.ts';
import { launchBrowser } from '../harness/browsers/launch.ts';
import { eventually } from '../harness/eventually.ts';
import { inEachBrowser } from '../harness/stage.ts';
import { startSite } from '../harness/servers/site.ts';
import { demoPages } from '../harness/site/routes.ts';

const parsed = parseAdvisoryValue(advisory);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const places = parsed.value.jurisdictions.filter(({ timeZones }) => timeZones.length > 0);
const engines = (process.env.ENGINES ?? 'chromium,firefox').split(',') as Engine[];

/** What the engine says of itself on a computer set to the name; null where it has no such clock. */
const saidOfEach = `(names) => names.map((timeZone) => {
  try { return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone; } catch { return null; }
})`;

inEachBrowser('The names of time zones', (stage) => {
  it('tell each place of the advisory, as the browser says them', async () => {
    const page = await stage().open(demoPages.vendor.url);
    const said = await page.evaluate<(string | null)[]>(
      saidOfEach,
      placeOfEachName.map(([name]) => name),
    );
    const unknown = placeOfEachName.filter((_, index) => said[index] === null);
    expect(unknown).toEqual([]);
    const wrong = placeOfEachName.flatMap(([name, id], index) => {
      const guess = guessJurisdiction(places, said[index] ?? '')?.id ?? null;
      return guess === id ? [] : [`${name}, said as ${String(said[index])}: ${String(guess)}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are all in our list, as far as the browser lists them', async () => {
    const page = await stage().open(demoPages.vendor.url);
    const listed = await page.evaluate<string[]>(`() => Intl.supportedValuesOf('timeZone')`);
    const known = new Set(placeOfEachName.map(([name]) => name));
    expect(listed.length).toBeGreaterThan(400);
    expect(
      listed.filter((name) => !known.has(name) && !/^(?:[A-Z]{2}T|[A-Z]{3}\d[A-Z]{3})$/.test(name)),
    ).toEqual([]);
  });
});

describe.each(engines)('The first-run page on a computer in Indianapolis, %s,', (engine) => {
  it('guesses the U.S.', async () => {
    const site = await startSite();
    const browser = await launchBrowser(engine, {
      proxyPort: site.proxyPort,
      keepsWelcome: true,
      timeZone: 'America/Indiana/Indianapolis',
    });
    try {
      const page = await eventually(
        'The first-run page',
        async () => (await browser.extensionPages('src/pages/welcome/'))[0],
      );
      const chosen = await eventually('The guess', () =>
        page.evaluate<string | undefined>(`() => document.querySelector('select')?.value`),
      );
      expect(chosen).toBe('us');
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
