// Wrong policies as real policy files. Each wrong document of the table is about one key, so that
// many of them fit into one file.
import { describe, expect, it } from 'vitest';
import { policyKeys, policyNames, type PolicyKey } from '../../../../src/core/policy/keys.ts';
import { badPolicies, type BadPolicy } from '../../../cases/bad-policies.ts';
import type { Engine } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { keptPolicy, onEachComputer, type Orders } from '../../../harness/computer.ts';
import { shownNotice } from '../../../harness/pages/notice.ts';
import { shownPlace } from '../../../harness/pages/policy-faults.ts';
import { demoPages } from '../../../harness/site/routes.ts';

type Values = Record<string, unknown>;
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The one key that the document's good twin lacks. A feed's address and keys belong together. */
function subjectOf({ raw, faults }: BadPolicy): string {
  const path = faults[0] ?? '';
  const name = path.startsWith('__proto__') ? '__proto__' : (path.split('.')[0] ?? '');
  return isObject(raw) && name.startsWith('feed') ? 'feed' : name;
}

/** Files, each with at most one wrong document about one key. */
function files(): { raw: Values; faults: string[]; values: Values }[] {
  const rounds: { raw: Values; faults: string[]; values: Values; subjects: Set<string> }[] = [];
  for (const document of badPolicies) {
    if (!isObject(document.raw)) continue;
    const subject = subjectOf(document);
    let round = rounds.find(({ subjects }) => !subjects.has(subject));
    if (!round) rounds.push((round = { raw: {}, faults: [], values: {}, subjects: new Set() }));
    round.subjects.add(subject);
    round.faults.push(...document.faults);
    for (const [own, from] of [
      [round.raw, document.raw],
      [round.values, document.values],
    ] as const) {
      // The good key that goes with a wrong one gives way where another document is about it.
      for (const [name, value] of Object.entries(from)) {
        const isSubject = name === subject || (subject === 'feed' && name.startsWith('feed'));
        if (isSubject || !round.subjects.has(name))
          Object.defineProperty(own, name, {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
          });
      }
    }
    if (!(subject in document.values))
      round.values = Object.fromEntries(
        Object.entries(round.values).filter(([name]) => name !== subject),
      );
  }
  return rounds;
}

/**
 * Whether Chromium hands a key on at all: it checks the type of each against the package's loose
 * schema, and drops what it doesn't know.
 */
function isHandedOn(path: string, raw: Values): boolean {
  const name = path.split('.')[0] ?? '';
  const known = policyNames.find((candidate) => candidate === name);
  if (known === undefined) return false;
  const key: PolicyKey = policyKeys[known];
  const value = raw[name];
  switch (key.type) {
    case 'choice':
    case 'text':
      return typeof value === 'string';
    case 'switch':
      return typeof value === 'boolean';
    case 'number':
      return Number.isInteger(value);
    case 'list':
      return Array.isArray(value) && value.every((element) => typeof element === 'string');
    case 'map':
      return (
        isObject(value) && Object.values(value).every((element) => typeof element === 'string')
      );
  }
}

const namedFaults = `() => {
  const section = document.getElementById('in-force')?.closest('section');
  return section ? [...section.querySelectorAll('.faults .place')].map((place) => place.textContent) : null;
}`;

const rounds = files();

describe('The files', () => {
  it('hold every wrong document of the table that is an object', () => {
    expect(badPolicies.length).toBeGreaterThan(60);
    expect(rounds.flatMap(({ faults }) => faults).sort()).toEqual(
      badPolicies
        .filter(({ raw }) => isObject(raw))
        .flatMap(({ faults }) => faults)
        .sort(),
    );
  });
});

onEachComputer(
  'A wrong policy',
  () => ({ orders: { organizationName: 'Example Corporation' } }),
  (computer) => {
    const expected = (engine: Engine, { raw, faults }: (typeof rounds)[number]): string[] =>
      // Firefox checks nothing, but loses names that every object has. What Chromium drops itself
      // it names on chrome://policy alone.
      faults.filter((path) =>
        engine === 'firefox' ? !path.split('.').some((name) => name in {}) : isHandedOn(path, raw),
      );

    it.each(rounds.map((round, index) => ({ ...round, index })))(
      'file $index: the good keys apply, each fault is named, and the extension works',
      async (round) => {
        const { browser, engine } = computer();
        const before = JSON.stringify(await keptPolicy(browser));
        await computer().order(
          round.raw,
          (delivered) => delivered !== null && JSON.stringify(delivered) !== before,
        );
        const wanted = expected(engine, round).map(shownPlace).toSorted();
        const page = await browser.openExtensionPage('src/pages/policy/index.html');
        const named = await eventually('The faults', async () => {
          const found = await page.evaluate<string[] | null>(namedFaults);
          return found && found.length >= wanted.length ? found : null;
        });
        expect(named.sort()).toEqual(wanted);
        const good = await page.evaluate<string[]>(
          `() => [...document.querySelectorAll('.policy-row:is(.origin-policy, .origin-policy-default) code')].map((code) => code.textContent)`,
        );
        for (const name of Object.keys(round.values)) {
          if (engine === 'firefox' || isHandedOn(name, round.raw)) expect(good).toContain(name);
        }
        await page.close();
        const listing = await browser.openPage(demoPages.listing.url);
        await shownNotice(listing);
        await listing.close();
      },
    );

    it('that is no object at all is as none, and the next good one counts', async () => {
      const { browser } = computer();
      for (const raw of badPolicies
        .map((document) => document.raw)
        .filter((value) => !isObject(value))) {
        await computer().order(raw as Orders, () => true);
        const listing = await browser.openPage(demoPages.listing.url);
        await shownNotice(listing);
        await listing.close();
      }
      await computer().order({ organizationName: 'Example Corporation' });
    });
  },
);
