// What a scene says of traces, in the scene's language: nobody has looked, a look is under way, or how one ended.
import { areas } from '../../../src/core/traces/areas.ts';
import { buildTracesView } from '../../../src/core/traces/build-view.ts';
import { noConsent, type TraceConsent } from '../../../src/core/traces/consent.ts';
import { readTraces } from '../../../src/core/traces/schema.ts';
import type { Sighting } from '../../../src/core/traces/sighting-schema.ts';
import type { TracesView } from '../../../src/core/traces/view.ts';
import { advisory, language, t } from './locale.ts';

export type TraceState = 'unasked' | 'looking' | 'nothing' | 'found' | 'ordered' | 'forbidden';

const now = Date.parse('2026-11-23T12:00:00-05:00');
const seen = (trace: string, kind: Sighting['kind']): Sighting => ({
  trace,
  kind,
  sites: 1,
  firstSeen: '2026-11-20T15:00:00Z',
  lastSeen: '2026-11-23T15:32:00Z',
});

const looked: TraceConsent = { ...noConsent, lookedAt: '2026-11-23T16:50:00Z' };
const consents: Readonly<Record<TraceState, TraceConsent>> = {
  unasked: noConsent,
  looking: {
    ...looked,
    look: { areas: [...areas], until: '2026-11-23T17:02:00Z' },
  },
  nothing: looked,
  // Watched, and one permission was taken back.
  found: { ...looked, watched: [...areas] },
  ordered: noConsent,
  forbidden: noConsent,
};

export function tracesOf(state: TraceState = 'unasked'): TracesView {
  return buildTracesView({
    traces: readTraces(advisory.traces).traces,
    sightings:
      state === 'found' ? [seen('injected-tags', 'live'), seen('extensions', 'likely')] : [],
    consent: consents[state],
    order: state === 'ordered' ? 'on' : state === 'forbidden' ? 'off' : null,
    offered: areas,
    allowed:
      state === 'found' ? ['pages', 'extensions'] : state === 'looking' ? areas : ['extensions'],
    browser: 'Chromium',
    subject: advisory.subject.name,
    language,
    t,
    now,
  });
}
