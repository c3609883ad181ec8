// Everything a person can set. Each setting has its own schema, so that an invalid one resets
// alone.
import * as v from 'valibot';
import { isRecord } from '../base/records.ts';
import { storageIssue, type StorageIssue } from './storage-issue.ts';

export const snoozeDaysRange = { min: 1, max: 365 } as const;

export const settingSchemas = {
  /**
   * Ids of the jurisdictions the person chose; empty means all. `otherPlace` (advisory/location.ts)
   * is valid too.
   */
  jurisdictions: v.optional(v.array(v.pipe(v.string(), v.maxLength(80))), []),
  /** `inform`: badge and popup only. `warn`: also notices and held downloads. */
  mode: v.optional(v.picklist(['inform', 'warn']), 'warn'),
  /** How many days a snooze lasts. */
  snoozeDays: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(snoozeDaysRange.min),
      v.maxValue(snoozeDaysRange.max),
    ),
    30,
  ),
  /** Hosts on which nothing is shown. */
  exceptions: v.optional(v.array(v.pipe(v.string(), v.maxLength(253))), []),
  /** Interface language; empty for the browser's. */
  language: v.optional(v.pipe(v.string(), v.maxLength(35)), ''),
} as const;

/** More than any list of a person or an organization needs. Longer ones are cut, with a fault. */
export const maxElements = 2000;

/** Settings that are lists of words. */
export const listSettings = ['jurisdictions', 'exceptions'] as const;
export type ListSetting = (typeof listSettings)[number];

const words = v.pipe(v.array(v.string()), v.readonly());
export const ListChangeSchema = v.object({ add: words, remove: words });
export type ListChange = Readonly<v.InferOutput<typeof ListChangeSchema>>;

export type SettingName = keyof typeof settingSchemas;
export const settingNames = Object.keys(settingSchemas) as readonly SettingName[];
export type Settings = {
  readonly [Name in SettingName]: v.InferOutput<(typeof settingSchemas)[Name]>;
};

/** Values of settings nobody changed. */
export function defaultSettings(): Settings {
  return parseSettings(undefined).settings;
}

/**
 * Parses each setting alone; invalid ones get their default and are reported. `own` holds only what
 * the person set, which takes precedence over a policy's default.
 */
export function parseSettings(stored: unknown): {
  settings: Settings;
  own: Partial<Settings>;
  repairs: StorageIssue[];
} {
  const repairs: StorageIssue[] = [];
  if (stored !== undefined && !isRecord(stored))
    repairs.push({ item: 'settings', check: 'object' });
  const record = new Map(isRecord(stored) ? Object.entries(stored) : []);
  const parsed: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(settingSchemas)) {
    const result = v.safeParse(schema, record.get(name));
    if (result.success) {
      parsed[name] = result.output;
      if (record.has(name)) own[name] = result.output;
    } else {
      repairs.push(storageIssue(`settings.${name}`, result.issues[0]));
      parsed[name] = v.parse(schema, undefined);
    }
  }
  return { settings: parsed as unknown as Settings, own: own as Partial<Settings>, repairs };
}

export function changeList(list: readonly string[], { add, remove }: ListChange): string[] {
  return [...new Set([...list.filter((one) => !remove.includes(one)), ...add])];
}
