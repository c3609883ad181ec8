// How an item is stored, and schemas of what only the worker stores.
import * as v from 'valibot';
import { labels } from '../../core/detection/model/labels.ts';
import { AdvisoryRefSchema } from '../../core/detection/model/verdict.ts';
import { storageIssue, type StorageIssue } from '../../core/settings/storage-issue.ts';
import type { StorageArea } from '../../platform/worker/storage/storage.ts';

export interface StoredItem<Value> {
  readonly area: StorageArea;
  readonly key: string;
  readonly version: number;
  /** Large, and of no use in memory: a change that can't be written to disk fails. */
  readonly isForDisk?: boolean;
  /** Small, and asked for by nearly everything: read and checked once for a start of the worker. */
  readonly isKept?: boolean;
  /** The valid parts of the stored value, and the issues with the rest. */
  readonly parse: (stored: unknown) => {
    readonly value: Value;
    readonly faults: readonly StorageIssue[];
  };
}

/** A list whose invalid entries are dropped one by one. */
export function listOf<Element>(
  area: StorageArea,
  key: string,
  schema: v.GenericSchema<unknown, Element>,
): StoredItem<readonly Element[]> {
  const parse: StoredItem<readonly Element[]>['parse'] = (stored) => {
    if (stored === undefined) return { value: [], faults: [] };
    if (!Array.isArray(stored)) return { value: [], faults: [{ item: key, check: 'array' }] };
    const value: Element[] = [];
    const faults: StorageIssue[] = [];
    stored.forEach((element: unknown, index) => {
      const result = v.safeParse(schema, element);
      if (result.success) value.push(result.output);
      else faults.push(storageIssue(`${key}.${index}`, result.issues[0]));
    });
    return { value, faults };
  };
  return { area, key, version: 1, parse };
}

export function single<Value>(
  area: StorageArea,
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  absent: Value,
): StoredItem<Value> {
  const parse = (stored: unknown) => {
    if (stored === undefined) return { value: absent, faults: [] };
    const result = v.safeParse(schema, stored);
    if (result.success) return { value: result.output, faults: [] };
    return { value: absent, faults: [storageIssue(key, result.issues[0])] };
  };
  return { area, key, version: 1, parse };
}

/** Earlier versions stored a message instead of the check. */
export const RepairSchema = v.object({
  at: v.string(),
  item: v.string(),
  check: v.optional(v.string(), ''),
});
export type Repair = v.InferOutput<typeof RepairSchema>;

/** A feed that the person added: its address, and the key they pasted. */
export const OwnFeedSchema = v.object({ address: v.string(), key: v.string() });
export type OwnFeed = v.InferOutput<typeof OwnFeedSchema>;

/** The policy as last delivered by the browser. Parsed entry by entry on each read. */
export const CachedPolicySchema = v.object({ raw: v.unknown(), deliveredAt: v.string() });
export type CachedPolicy = v.InferOutput<typeof CachedPolicySchema>;

export const JudgedPageSchema = v.object({
  tabId: v.number(),
  rule: v.string(),
  site: v.optional(v.string(), ''),
});
export type TabVerdict = v.InferOutput<typeof JudgedPageSchema>;

/**
 * Random id of this installation for the collector; deleted when reporting stops. The queue is in
 * platform/worker/report-queue.ts.
 */
export const ReportClientSchema = v.object({ id: v.string() });
export type ReportClient = v.InferOutput<typeof ReportClientSchema>;

export const ReportedVisitSchema = v.object({
  tabId: v.number(),
  page: v.string(),
  label: v.string(),
  at: v.number(),
});
export type ReportedVisit = v.InferOutput<typeof ReportedVisitSchema>;

/** From a private window: forgotten when the last one closes. */
const isPrivate = v.optional(v.boolean());

/** Something block mode stopped, for the page that explains it. */
export const StoppedPageSchema = v.object({
  kind: v.picklist(['page', 'download']),
  url: v.string(),
  label: v.picklist(labels),
  rule: v.string(),
  reason: v.objectWithRest({ en: v.string() }, v.string()),
  advisory: v.optional(AdvisoryRefSchema),
  /** For a download: what happened to its file. */
  ending: v.optional(v.picklist(['canceled', 'deleted', 'left'])),
  isPrivate,
});
export type StoppedPage = v.InferOutput<typeof StoppedPageSchema>;

export const BypassSchema = v.object({ host: v.string(), isPrivate });
export type Bypass = v.InferOutput<typeof BypassSchema>;

/** Values of the report headers that a policy sets. They may be secrets, so they are never on disk. */
export const HeaderValuesSchema = v.record(v.string(), v.string());
export type HeaderValues = v.InferOutput<typeof HeaderValuesSchema>;

export const SnoozeWordsSchema = v.object({
  language: v.string(),
  length: v.number(),
  days: v.string(),
  until: v.record(v.string(), v.string()),
});
