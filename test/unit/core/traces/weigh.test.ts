import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTraces } from '../../../../src/core/traces/schema.ts';
import { addSighting, addSite, withoutGone } from '../../../../src/core/traces/sightings.ts';
import type { Sighting, SiteSeen } from '../../../../src/core/traces/sighting-schema.ts';
import type { Judgement } from '../../../../src/core/traces/detectors/trace.ts';
import { levelOf, weighEach } from '../../../../src/core/traces/weigh.ts';

const { traces } = readTraces(
  (JSON.parse(readFileSync('src/data/advisory.json', 'utf8')) as { traces: unknown[] }).traces,
);
const dayMs = 86_400_000;
const now = Date.parse('2026-11-29T12:00:00Z');

/** The state after these judgements, one after the other. */
function after(judgements: readonly Judgement[], at = now): readonly Sighting[] {
  let sites: readonly SiteSeen[] = [];
  return judgements.reduce<readonly Sighting[]>((sightings, judgement) => {
    sites = addSite(sites, judgement);
    return addSighting(sightings, judgement, sites, at);
  }, []);
}

const level = (judgements: readonly Judgement[], seenAt = now) =>
  levelOf(weighEach(traces, after(judgements, seenAt), now));
const judged = (trace: string, kind: Judgement['kind'], site?: string): Judgement => ({
  trace,
  kind,
  ...(site && { site }),
});

describe('What was seen is weighed', () => {
  it.each<[string, readonly Judgement[], string]>([
    ['nothing', [], 'nothing'],
    ['a live tag', [judged('injected-tags', 'live', 'a.example')], 'found'],
    ['a tag of the page’s own host', [judged('injected-tags', 'likely', 'a.example')], 'probably'],
    [
      'the same on a second site',
      [
        judged('injected-tags', 'likely', 'a.example'),
        judged('injected-tags', 'likely', 'b.example'),
      ],
      'found',
    ],
    ['an answered request', [judged('scanner-requests', 'unproved', 'a.example')], 'nothing'],
    [
      'twice on one site',
      [
        judged('scanner-requests', 'unproved', 'a.example'),
        judged('scanner-requests', 'unproved', 'a.example'),
      ],
      'nothing',
    ],
    [
      'on two sites',
      [
        judged('scanner-requests', 'unproved', 'a.example'),
        judged('scanner-requests', 'unproved', 'b.example'),
      ],
      'found',
    ],
    [
      'on two, one of which holds a stale copy',
      [
        judged('scanner-requests', 'unproved', 'a.example'),
        judged('scanner-requests', 'stale', 'a.example'),
        judged('scanner-requests', 'unproved', 'b.example'),
      ],
      'nothing',
    ],
    [
      'the stale copy first',
      [
        judged('scanner-requests', 'stale', 'a.example'),
        judged('scanner-requests', 'unproved', 'a.example'),
        judged('scanner-requests', 'unproved', 'b.example'),
      ],
      'nothing',
    ],
    ['a stale copy', [judged('injected-tags', 'stale', 'a.example')], 'stale'],
    [
      'a stale copy after a live one',
      [judged('injected-tags', 'live', 'a.example'), judged('injected-tags', 'stale', 'b.example')],
      'found',
    ],
    ['icons alone', [judged('search-icons', 'live')], 'probably'],
    [
      'icons and the start page',
      [judged('search-icons', 'live'), judged('start-page', 'live')],
      'found',
    ],
    [
      'icons and a stale copy',
      [judged('search-icons', 'live'), judged('injected-tags', 'stale', 'a.example')],
      'probably',
    ],
    ['an extension', [judged('extensions', 'live')], 'found'],
    ['a trace that the advisory withdrew', [judged('withdrawn', 'live')], 'nothing'],
  ])('%s', (_, judgements, expected) => {
    expect(level(judgements)).toBe(expected);
  });

  it('and a month later less', () => {
    const past = now - 31 * dayMs;
    expect(level([judged('injected-tags', 'live', 'a.example')], past)).toBe('probably');
    expect(level([judged('search-icons', 'live')], past)).toBe('nothing');
    expect(level([judged('injected-tags', 'stale', 'a.example')], past)).toBe('nothing');
  });
});

describe('What was seen is kept', () => {
  it('without a site or an address', () => {
    expect(after([judged('injected-tags', 'live', 'a.example')])).toEqual([
      {
        trace: 'injected-tags',
        kind: 'live',
        sites: 1,
        firstSeen: '2026-11-29T12:00:00.000Z',
        lastSeen: '2026-11-29T12:00:00.000Z',
      },
    ]);
  });

  it('and written once an hour at most', () => {
    const known = after([judged('injected-tags', 'live', 'a.example')]);
    const again = (laterMs: number) =>
      addSighting(
        known,
        judged('injected-tags', 'live', 'a.example'),
        addSite([], judged('injected-tags', 'live', 'a.example')),
        now + laterMs,
      );
    expect(again(59 * 60_000)).toBe(known);
    expect(again(61 * 60_000)).not.toBe(known);
  });

  it('until thirty days after the person ticked that it is gone', () => {
    const known = after([judged('injected-tags', 'live', 'a.example')]);
    const ticked = new Date(now + dayMs).toISOString();
    expect(withoutGone(known, null, now + 400 * dayMs)).toBe(known);
    expect(withoutGone(known, ticked, now + 30 * dayMs)).toBe(known);
    expect(withoutGone(known, ticked, now + 32 * dayMs)).toEqual([]);
    const seenAgain = addSighting(
      known,
      judged('injected-tags', 'live', 'a.example'),
      [],
      now + 20 * dayMs,
    );
    expect(withoutGone(seenAgain, ticked, now + 32 * dayMs)).toBe(seenAgain);
  });
});
