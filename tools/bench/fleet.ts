// A fleet switched on in one second, against one feed: how evenly it asks, and at what cost.
// Simulates time and randomness with the client's own schedule; measures bytes on a real
// connection.
import {
  afterFailureMs,
  afterSuccessMs,
  firstDelayMs,
  nextCheckAt,
  type Chance,
} from '../../src/core/update/schedule.ts';
import type { Row } from './row.ts';
import { seeded } from './seeded.ts';
import { measureCheckBytes } from './check-bytes.ts';

const clients = 1_000_000;
const dayMs = 86_400_000;
const days = 8;
/** A new version every week: published at noon of this day. */
const publishedAt = 4.5 * dayMs;
/** The next root, which doesn't exist yet, and the document. */
const requestsPerCheck = 2;

interface Outage {
  readonly from: number;
  readonly to: number;
}

interface Requests {
  /** Checks in each second since the fleet was switched on. */
  readonly seconds: Uint32Array;
  /** Documents requested per day: full responses, and those unchanged. */
  readonly sent: number[];
  readonly unchanged: number[];
}

/** A new client has no copy yet, so its first check downloads the document. */
function simulate(chance: Chance, outage: Outage | null): Requests {
  const seconds = new Uint32Array((days * dayMs) / 1000);
  const [sent, unchanged] = [new Array<number>(days).fill(0), new Array<number>(days).fill(0)];
  for (let client = 0; client < clients; client += 1) {
    let failures = 0;
    let copyOf = 0;
    for (let at = firstDelayMs(chance); at < days * dayMs;) {
      const second = Math.floor(at / 1000);
      seconds[second] = (seconds[second] ?? 0) + 1;
      const isDown = outage !== null && at >= outage.from && at < outage.to;
      failures = isDown ? failures + 1 : 0;
      if (!isDown) {
        const version = at < publishedAt ? 1 : 2;
        const counts = copyOf === version ? unchanged : sent;
        const day = Math.floor(at / dayMs);
        counts[day] = (counts[day] ?? 0) + 1;
        copyOf = version;
      }
      at += isDown ? afterFailureMs(failures, 0, chance) : afterSuccessMs(chance);
    }
  }
  return { seconds, sent, unchanged };
}

/** One firm in one time zone: computers start between 8:30 and 9:30 and stop eight hours later. */
function simulateOffice(chance: Chance): Uint32Array {
  const hourMs = 3_600_000;
  const seconds = new Uint32Array((days * dayMs) / 1000);
  for (let client = 0; client < clients; client += 1) {
    let planned: number | null = null;
    for (let day = 0; day < days; day += 1) {
      const on: number = day * dayMs + 8.5 * hourMs + chance() * hourMs;
      planned = nextCheckAt(planned, on, chance);
      while (planned < on + 8 * hourMs) {
        const second = Math.floor(planned / 1000);
        seconds[second] = (seconds[second] ?? 0) + 1;
        planned += afterSuccessMs(chance);
      }
    }
  }
  return seconds;
}

/** Checks per second, for each window of `windowSeconds` in one day. */
function rates(seconds: Uint32Array, day: number, windowSeconds: number): number[] {
  const own = seconds.subarray((day * dayMs) / 1000, ((day + 1) * dayMs) / 1000);
  const found: number[] = [];
  for (let start = 0; start < own.length; start += windowSeconds) {
    found.push(
      own.subarray(start, start + windowSeconds).reduce((sum, count) => sum + count, 0) /
        windowSeconds,
    );
  }
  return found;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const peakOverMean = (values: readonly number[]) => Math.max(...values) / mean(values);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export async function fleetRows(): Promise<readonly Row[]> {
  const steady = simulate(seeded(1), null);
  const disturbed = simulate(seeded(2), { from: dayMs, to: dayMs + 2 * 3_600_000 });
  const office = simulateOffice(seeded(3));
  const bytes = await measureCheckBytes();
  const checksADay =
    mean(
      Array.from(
        { length: days },
        (_, day) => (rates(steady.seconds, day, 86_400)[0] ?? 0) * 86_400,
      ),
    ) / clients;
  const shareOf304 = (from: number, to: number) => {
    const [sent, unchanged] = [
      sum(steady.sent.slice(from, to)),
      sum(steady.unchanged.slice(from, to)),
    ];
    return (100 * unchanged) / (sent + unchanged);
  };
  const newShare = 1 - shareOf304(1, 8) / 100;
  return [
    ...[0, 1, 2].map((day): Row => ({
      name: `fleet of 1,000,000, day ${String(day + 1)}: busiest minute / mean`,
      value: peakOverMean(rates(steady.seconds, day, 60)),
      unit: 'x',
      limit: { atMost: 1.2 },
    })),
    {
      name: 'fleet: mean requests',
      value: (checksADay * clients * requestsPerCheck) / 86_400,
      unit: '/s',
    },
    {
      name: 'fleet: busiest single second / mean',
      value: peakOverMean(rates(steady.seconds, 1, 1)),
      unit: 'x',
    },
    // This fleet sends as many requests in 100 seconds.
    {
      name: 'fleet of 100,000,000: busiest single second / mean',
      value: peakOverMean(rates(steady.seconds, 1, 100)),
      unit: 'x',
      limit: { atMost: 1.2 },
    },
    {
      name: 'fleet: busiest minute / mean after 2 h without feed',
      value: peakOverMean(rates(disturbed.seconds, 1, 60)),
      unit: 'x',
    },
    {
      name: 'fleet: busiest minute / s, all of one office time zone',
      value: Math.max(...rates(office, 2, 60)) * requestsPerCheck,
      unit: '/s',
    },
    {
      name: 'fleet: 304 among documents, the day of the installation',
      value: shareOf304(0, 1),
      unit: '%',
    },
    {
      name: 'fleet: 304 among documents, a day with no new one',
      value: shareOf304(2, 3),
      unit: '%',
      limit: { atLeast: 99.9 },
    },
    {
      name: 'fleet: 304 among documents, the day of a new one',
      value: shareOf304(4, 5),
      unit: '%',
    },
    {
      name: 'fleet: 304 among documents, a week with a new one',
      value: shareOf304(1, 8),
      unit: '%',
      limit: { atLeast: 90 },
    },
    { name: 'fleet: bytes of a check that finds nothing new', value: bytes.unchanged, unit: 'B' },
    { name: 'fleet: bytes of a check that brings a document', value: bytes.changed, unit: 'B' },
    {
      name: 'fleet: bytes per client and day, one version a week',
      value: checksADay * ((1 - newShare) * bytes.unchanged + newShare * bytes.changed),
      unit: 'B',
    },
  ];
}
