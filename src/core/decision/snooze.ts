// Dismissals that expire by themselves.
import * as v from 'valibot';
import { dayMs } from '../base/time.ts';

export const SnoozeSchema = v.object({
  host: v.pipe(v.string(), v.nonEmpty(), v.maxLength(253)),
  /** RFC 3339. */
  until: v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'must be an existing date'),
  ),
});

export type Snooze = v.InferOutput<typeof SnoozeSchema>;

/** The site a notice is about: `www.` is dropped, other subdomains are kept. */
export function siteOf(host: string): string {
  const site = host.toLowerCase().replace(/\.$/, '');
  return site.startsWith('www.') && site.split('.').length > 2 ? site.slice(4) : site;
}

export function snoozeEnd(days: number, now: number): string {
  return new Date(now + days * dayMs).toISOString();
}

export function activeSnooze(
  snoozes: readonly Snooze[],
  host: string,
  now: number,
): Snooze | undefined {
  return snoozes.find((snooze) => snooze.host === siteOf(host) && Date.parse(snooze.until) > now);
}

/** Adds a snooze, replacing one for the same site, and drops expired ones. */
export function addSnooze(snoozes: readonly Snooze[], added: Snooze, now: number): Snooze[] {
  return [
    ...snoozes.filter((snooze) => snooze.host !== added.host && Date.parse(snooze.until) > now),
    added,
  ];
}
