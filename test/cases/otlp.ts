// OTLP as OpenTelemetry's own protobuf definitions have it, in the last package that carries those for logs. Strict: what the definitions
// don't know would be lost on the way through them, and is a fault here.
import { isDeepStrictEqual } from 'node:util';
import definitions from '@opentelemetry/otlp-transformer/build/src/generated/root.js';

/** A message of a static module of protobuf.js; the package's own types stop at its root. */
interface MessageType {
  fromObject(json: object): object;
  verify(message: object): string | null;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: { longs: typeof String }): unknown;
}
interface Definitions {
  readonly opentelemetry: {
    readonly proto: {
      readonly collector: {
        readonly logs: { readonly v1: { readonly ExportLogsServiceRequest: MessageType } };
      };
    };
  };
}

const { ExportLogsServiceRequest } = (definitions as unknown as Definitions).opentelemetry.proto
  .collector.logs.v1;

type Value = {
  readonly stringValue?: string;
  readonly intValue?: string;
  readonly boolValue?: boolean;
  readonly doubleValue?: number;
};
interface KeyValue {
  readonly key: string;
  readonly value: Value;
}
interface LogRecord {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly eventName: string;
  readonly body: Value;
  readonly attributes: readonly KeyValue[];
}
export interface ExportRequest {
  readonly resourceLogs: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeLogs: readonly {
      readonly scope: { readonly name: string; readonly version: string };
      readonly logRecords: readonly LogRecord[];
    }[];
  }[];
}

/** The request as the definitions read it, through protobuf's bytes and back. Throws for a field or a type that they don't know. */
export function readExportRequest(body: string): ExportRequest {
  const json: unknown = JSON.parse(body);
  if (typeof json !== 'object' || json === null) throw new Error('A request is an object.');
  const message = ExportLogsServiceRequest.fromObject(json);
  const fault = ExportLogsServiceRequest.verify(message);
  if (fault !== null) throw new Error(`Not OTLP: ${fault}`);
  const read: unknown = ExportLogsServiceRequest.toObject(
    ExportLogsServiceRequest.decode(ExportLogsServiceRequest.encode(message).finish()),
    { longs: String },
  );
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(read)), json))
    throw new Error(
      `OTLP’s definitions read this otherwise than it is written: ${body.slice(0, 2000)}`,
    );
  return read as ExportRequest;
}

export function valueOf({
  stringValue,
  intValue,
  boolValue,
  doubleValue,
}: Value): string | number | boolean | undefined {
  return intValue === undefined ? (stringValue ?? boolValue ?? doubleValue) : Number(intValue);
}

export function attributesOf({
  attributes,
}: {
  readonly attributes: readonly KeyValue[];
}): Record<string, string | number | boolean | undefined> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));
}

export interface Received {
  readonly client: string;
  readonly id: string;
  readonly sequence: number;
  /** Without our prefix. */
  readonly name: string;
  readonly attributes: Record<string, string | number | boolean | undefined>;
  /** The record as it was sent. */
  readonly record: LogRecord;
}

export function recordsOf({ resourceLogs }: ExportRequest): Received[] {
  return resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map((record) => {
        const attributes = attributesOf(record);
        return {
          client: String(attributesOf(resource)['service.instance.id']),
          id: String(attributes['log.record.uid']),
          sequence: Number(attributes['kaspersky_ban_advisory.sequence']),
          name: record.eventName.replace('kaspersky_ban_advisory.', ''),
          attributes,
          record,
        };
      }),
    ),
  );
}
