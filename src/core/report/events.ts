// Names and severities of report events. What they mean is in event-docs.ts, which the worker doesn't
// load.
import { reportPrefix } from '../brand.ts';
import * as v from 'valibot';

/** Names without our prefix are from the OpenTelemetry semantic conventions. */
export const ownPrefix = reportPrefix;

/** Our own attributes, by a short name. */
export const own = {
  questionAnswer: `${ownPrefix}question.answer`,
  questionKind: `${ownPrefix}question.kind`,
  feed: `${ownPrefix}feed`,
  advisoryVersion: `${ownPrefix}advisory.version`,
  snoozeDays: `${ownPrefix}snooze.days`,
  policyHash: `${ownPrefix}policy.hash`,
  policyFaults: `${ownPrefix}policy.faults`,
  mode: `${ownPrefix}mode`,
  advisoryOrigin: `${ownPrefix}advisory.origin`,
  advisoryExpired: `${ownPrefix}advisory.expired`,
  traceName: `${ownPrefix}trace.name`,
  traceDetector: `${ownPrefix}trace.detector`,
  traceStrength: `${ownPrefix}trace.strength`,
  downloadOutcome: `${ownPrefix}download.outcome`,
  troubles: `${ownPrefix}troubles`,
  dropped: `${ownPrefix}dropped`,
  sequence: `${ownPrefix}sequence`,
} as const;

/** OpenTelemetry SeverityNumber: 9 INFO, 13 WARN. */
export const eventSeverity = {
  'page.labeled': 9,
  'navigation.blocked': 13,
  'download.held': 13,
  'download.answered': 9,
  'download.canceled': 13,
  'notice.snoozed': 9,
  'notice.hidden': 13,
  'trace.found': 13,
  'trace.gone': 9,
  'advisory.updated': 9,
  'advisory.refused': 13,
  'policy.changed': 9,
  'reports.dropped': 13,
  heartbeat: 9,
} as const;

export type EventName = keyof typeof eventSeverity;
export const eventNames = Object.keys(eventSeverity) as [EventName, ...EventName[]];

/** One queued event. Times are RFC 3339 in UTC. */
export const ReportEventSchema = v.object({
  /** The same for every delivery attempt, so that a collector can drop duplicates. */
  id: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  name: v.picklist(eventNames),
  at: v.pipe(v.string(), v.isoTimestamp()),
  attributes: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});
export type ReportEvent = v.InferOutput<typeof ReportEventSchema>;
