// What a report may say, and nothing else: no query, no page without a label, no name of a person.
import * as v from 'valibot';
import { labels, type Label } from '../detection/labels.ts';

export const eventNames = [
  'page.labelled',
  'navigation.blocked',
  'download.held',
  'download.answered',
  'notice.snoozed',
  'notice.hidden',
  'advisory.updated',
  'advisory.refused',
  'policy.changed',
  'heartbeat',
] as const;
export type EventName = (typeof eventNames)[number];

/** One event as it lies in the queue. Times are RFC 3339 in UTC. */
export const ReportEventSchema = v.object({
  /** Stable over every attempt to deliver, so that a collector can drop what it has already. */
  id: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  name: v.picklist(eventNames),
  at: v.string(),
  attributes: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});
export type ReportEvent = v.InferOutput<typeof ReportEventSchema>;

export type Attributes = ReportEvent['attributes'];

/** Labels that are reported; pages that got none of these are nobody's business. */
const reported: ReadonlySet<Label> = new Set(labels.filter((label) => label !== 'unrelated' && label !== 'mention' && label !== 'exempt'));

export function isReported(label: Label): boolean {
  return reported.has(label);
}

/** Scheme, host and path of an address; never user name, query or fragment. Empty where there is no address. */
export function addressAttributes(address: string): Attributes {
  if (!URL.canParse(address)) return {};
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return {};
  return { 'url.scheme': url.protocol.slice(0, -1), 'url.domain': url.hostname, 'url.path': url.pathname.slice(0, 1024) };
}

/** A file's base name; a path on the disk would hold the name of a person. */
export function fileAttributes(fileName: string): Attributes {
  const base = fileName.split(/[\\/]/).pop() ?? '';
  return base === '' ? {} : { 'file.name': base.slice(0, 255) };
}

/** The rule that decided, by the names that OpenTelemetry has for it. */
export function ruleAttributes(label: Label, rule: string, advisoryVersion: number): Attributes {
  return { 'security_rule.category': label, 'security_rule.name': rule, 'security_rule.version': String(advisoryVersion) };
}
