// Fields that every trace has, whichever detector reads it.
import * as v from 'valibot';
import { IdSchema, TextSchema } from '../../i18n/text.ts';

/** How much one sighting says. `medium` never says on its own that the software is there. */
const strengths = ['medium', 'strong', 'very-strong'] as const;
export type Strength = (typeof strengths)[number];

export const families = ['chromium', 'firefox'] as const;
/** Browsers that behave alike. */
export type Family = (typeof families)[number];

/** What a sighting shows: the software at work, or a part of it that may have stayed behind. */
const meanings = ['running', 'left-behind'] as const;

export const traceEntries = {
  id: IdSchema,
  /** A description for people. */
  what: TextSchema,
  /** What that can't tell. */
  limits: TextSchema,
  strength: v.picklist(strengths),
  /** Sightings with the same basis don't confirm each other. */
  basis: IdSchema,
  meaning: v.picklist(meanings),
  /** Where it can be seen; absent: in every browser. */
  browsers: v.optional(v.pipe(v.array(v.picklist(families)), v.minLength(1))),
  sources: v.pipe(v.array(IdSchema), v.minLength(1)),
} as const;

/** `example.com` is that host alone; `*.example.com` is it and every host below it. */
export const TraceHostSchema = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(
    /^(\*\.)?([a-z0-9_-]+\.)+[a-z0-9-]{2,63}$/,
    'must be a host name or *.host name, in lower-case ASCII',
  ),
);

/** The beginning of a host's first label, and the browsers whose traffic has it. */
export const PrefixesSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]{1,8}$/)),
  v.array(v.picklist(families)),
);

/**
 * Result of looking in one place. `live`: counts fully. `likely`: counts as medium until a second
 * site shows the same. `unproved`: counts from the second site on. `stale`: a copy from someone
 * else's computer.
 */
export interface Judgement {
  readonly trace: string;
  readonly kind: 'live' | 'likely' | 'unproved' | 'stale';
  /** Registered domain of the site; absent where no site is involved. */
  readonly site?: string;
}

export function isHostIn(patterns: readonly string[], host: string): boolean {
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern,
  );
}

/**
 * Whether this browser's traffic has the host's first label; true if the list doesn't know the
 * label.
 */
export function fitsBrowser(
  prefixes: Readonly<Record<string, readonly Family[]>>,
  host: string,
  family: Family,
): boolean {
  const label = host.split('.', 1)[0] ?? '';
  return !Object.hasOwn(prefixes, label) || prefixes[label]?.includes(family) === true;
}
