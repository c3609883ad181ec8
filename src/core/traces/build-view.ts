// Sightings and consent -> what screens show.
import { translate, type Text } from '../i18n/text.ts';

import { dateFormat } from '../i18n/formatters.ts';
import type { Translate } from '../i18n/messages.ts';
import { areas, type Area } from './areas.ts';
import type { TraceConsent } from './consent.ts';
import type { Trace } from './schema.ts';
import type { Sighting } from './sighting-schema.ts';
import type { FindingView, TracesView } from './view.ts';
import { levelOf, weighEach, type Weighed } from './weigh.ts';

export interface TraceFacts {
  readonly traces: readonly Trace[];
  readonly sightings: readonly Sighting[];
  readonly consent: TraceConsent;
  readonly order: TracesView['order'];
  /** What this build could be given, and what it has. */
  readonly offered: readonly Area[];
  readonly allowed: readonly Area[];
  readonly browser: string;
  readonly subject: string;
  readonly language: string;
  readonly t: Translate;
  readonly now: number;
}

/** "Today, 10:32 AM", or the date. */
function whenSeen(
  instant: string,
  { language, t, now }: Pick<TraceFacts, 'language' | 't' | 'now'>,
): string {
  const at = new Date(instant);
  const day = dateFormat(language, { dateStyle: 'long' });
  if (day.format(at) !== day.format(new Date(now))) return day.format(at);
  return t('tracesToday', dateFormat(language, { timeStyle: 'short' }).format(at));
}

const surenessOf: Readonly<Record<Weighed['weight'], FindingView['sureness'] | null>> = {
  'very-strong': 'certain',
  strong: 'certain',
  medium: 'likely',
  stale: 'stale',
  none: null,
};

const byRank = ({ weight }: Weighed) =>
  ['very-strong', 'strong', 'medium', 'stale', 'none'].indexOf(weight);

/** Which areas are watched: as policy orders, else as the person wants. */
export function wantedAreas({
  consent,
  order,
  offered,
}: Pick<TraceFacts, 'consent' | 'order' | 'offered'>): readonly Area[] {
  if (order === 'off') return [];
  return order === 'on' ? offered : consent.watched.filter((area) => offered.includes(area));
}

export function buildTracesView(facts: TraceFacts): TracesView {
  const { traces, sightings, consent, order, offered, allowed, browser, language, now } = facts;
  const said = (text: Text) => translate(text, language);
  const weighed = weighEach(traces, sightings, now).sort(
    (one, other) => byRank(one) - byRank(other),
  );
  const findings = weighed.flatMap(({ trace, sighting, weight }): FindingView[] => {
    const sureness = surenessOf[weight];
    if (!sureness) return [];
    return [
      {
        id: trace.id,
        what: said(trace.what),
        limits: said(trace.limits),
        sureness,
        lastSeen: sighting.lastSeen,
        when: whenSeen(sighting.lastSeen, facts),
        browser,
        sources: trace.sources,
      },
    ];
  });
  const level = levelOf(weighed);
  const wanted = wantedAreas(facts);
  const isLooked = consent.lookedAt !== null || wanted.length > 0;
  const counted = weighed.filter(
    ({ weight }) => surenessOf[weight] === 'certain' || surenessOf[weight] === 'likely',
  );
  const newest = counted
    .map(({ sighting }) => sighting.lastSeen)
    .sort()
    .at(-1);
  return {
    subject: facts.subject,
    level: isLooked || findings.length > 0 ? level : 'unasked',
    isRunning: counted.some(({ trace }) => trace.meaning === 'running'),
    when: newest === undefined ? '' : whenSeen(newest, facts),
    findings,
    areas: areas
      .filter((area) => offered.includes(area))
      .map((id) => ({ id, isAllowed: allowed.includes(id) })),
    lookUntil:
      consent.look !== null && Date.parse(consent.look.until) > now ? consent.look.until : null,
    lookedAt: consent.lookedAt,
    lookedWhen: consent.lookedAt === null ? '' : whenSeen(consent.lookedAt, facts),
    watched: wanted.filter((area) => allowed.includes(area)),
    missing: wanted.filter((area) => !allowed.includes(area)),
    order,
  };
}
