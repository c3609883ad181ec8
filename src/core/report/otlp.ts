// Events as OpenTelemetry logs, OTLP/HTTP in JSON: opentelemetry-proto, logs/v1/logs.proto, and the OTLP specification's JSON mapping.
import type { Attributes, EventName, ReportEvent } from './event.ts';

interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue: string } | { readonly intValue: string } | { readonly doubleValue: number } | { readonly boolValue: boolean };
}

/** Who reports: one installation of one version. Holds no name of a person or a computer. */
export interface Reporter {
  /** Random, made once for each installation. */
  readonly instanceId: string;
  readonly extensionVersion: string;
  readonly browser: 'chromium' | 'firefox';
}

/** SeverityNumber of the specification: 9 INFO, 13 WARN. */
const severity: Readonly<Record<EventName, 9 | 13>> = {
  'page.labelled': 9,
  'navigation.blocked': 13,
  'download.held': 13,
  'download.answered': 9,
  'notice.snoozed': 9,
  'notice.hidden': 13,
  'advisory.updated': 9,
  'advisory.refused': 13,
  'policy.changed': 9,
  heartbeat: 9,
};

function keyValues(attributes: Attributes): KeyValue[] {
  return Object.entries(attributes).map(([key, value]) => {
    if (typeof value === 'string') return { key, value: { stringValue: value } };
    if (typeof value === 'boolean') return { key, value: { boolValue: value } };
    // 64-bit integers are texts in the JSON mapping.
    return { key, value: Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value } };
  });
}

function nanoseconds(instant: string): string {
  return `${BigInt(Date.parse(instant)) * 1_000_000n}`;
}

/** The body of one request: an ExportLogsServiceRequest. `sentAt` is RFC 3339. */
export function exportRequest(events: readonly ReportEvent[], reporter: Reporter, sentAt: string): object {
  return {
    resourceLogs: [
      {
        resource: {
          attributes: keyValues({
            'service.name': 'kaspersky-ban-advisory',
            'service.version': reporter.extensionVersion,
            'service.instance.id': reporter.instanceId,
            'browser.name': reporter.browser,
          }),
        },
        scopeLogs: [
          {
            scope: { name: 'kaspersky-ban-advisory', version: reporter.extensionVersion },
            logRecords: events.map((event) => ({
              timeUnixNano: nanoseconds(event.at),
              observedTimeUnixNano: nanoseconds(sentAt),
              severityNumber: severity[event.name],
              severityText: severity[event.name] === 13 ? 'WARN' : 'INFO',
              eventName: `kaspersky_ban_advisory.${event.name}`,
              body: { stringValue: event.name },
              attributes: keyValues({ 'log.record.uid': event.id, ...event.attributes }),
            })),
          },
        ],
      },
    ],
  };
}
