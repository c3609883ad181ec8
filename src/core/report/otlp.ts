// Encodes events as OpenTelemetry logs, OTLP/HTTP with JSON (opentelemetry-proto,
// logs/v1/logs.proto).
import { productId } from '../brand.ts';
import { own } from './events.ts';
import * as v from 'valibot';
import type { Attributes } from './attribute-docs.ts';
import { eventSeverity, ownPrefix, type ReportEvent } from './events.ts';

interface KeyValue {
  readonly key: string;
  readonly value:
    | { readonly stringValue: string }
    | { readonly intValue: string }
    | { readonly doubleValue: number }
    | { readonly boolValue: boolean };
}

/** The reporting installation. Identifies no person and no computer. */
export interface Reporter {
  /** Random; created when reporting starts, deleted when it stops. */
  readonly instanceId: string;
  readonly extensionVersion: string;
  /** The browser's own name and version, such as `Microsoft Edge` and `153`. */
  readonly browser: { readonly name: string; readonly version: string };
}

/** An event with its position in the queue. */
export interface Numbered {
  readonly position: number;
  readonly event: ReportEvent;
}

const scope = productId;

function keyValues(attributes: Readonly<Record<string, string | number | boolean>>): KeyValue[] {
  return Object.entries(attributes).map(([key, value]) => {
    if (typeof value === 'string') return { key, value: { stringValue: value } };
    if (typeof value === 'boolean') return { key, value: { boolValue: value } };
    // The JSON mapping writes 64-bit integers as strings.
    return {
      key,
      value: Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value },
    };
  });
}

function nanoseconds(instant: string): string {
  return `${BigInt(Date.parse(instant)) * 1_000_000n}`;
}

/** The body of one ExportLogsServiceRequest. The same events always give the same bytes. */
export function exportRequest(
  events: readonly Numbered[],
  { instanceId, extensionVersion, browser }: Reporter,
): object {
  return {
    resourceLogs: [
      {
        resource: {
          attributes: keyValues({
            'service.name': scope,
            'service.version': extensionVersion,
            'service.instance.id': instanceId,
            'user_agent.name': browser.name,
            'user_agent.version': browser.version,
          }),
        },
        scopeLogs: [
          {
            scope: { name: scope, version: extensionVersion },
            logRecords: events.map(logRecord),
          },
        ],
      },
    ],
  };
}

function logRecord({ position, event: { id, name, at, attributes } }: Numbered): object {
  const severity = eventSeverity[name];
  const numbered: Attributes = { 'log.record.uid': id, [own.sequence]: position };
  return {
    timeUnixNano: nanoseconds(at),
    observedTimeUnixNano: nanoseconds(at),
    severityNumber: severity,
    severityText: severity === 13 ? 'WARN' : 'INFO',
    eventName: `${ownPrefix}${name}`,
    body: { stringValue: name },
    attributes: keyValues({ ...numbered, ...attributes }),
  };
}

const ResponseSchema = v.object({
  partialSuccess: v.object({
    rejectedLogRecords: v.union([
      v.pipe(v.number(), v.integer()),
      v.pipe(v.string(), v.digits(), v.transform(Number)),
    ]),
  }),
});

/** How many records of a batch the collector says it rejected; 0 if the answer doesn't say. */
export function rejectedRecords(body: string, sent: number): number {
  try {
    // Some libraries write the names as the protocol's own files do: `partial_success`.
    const camelCased = body.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const parsed = v.safeParse(ResponseSchema, JSON.parse(camelCased));
    return parsed.success
      ? Math.min(sent, Math.max(0, parsed.output.partialSuccess.rejectedLogRecords))
      : 0;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return 0;
  }
}
