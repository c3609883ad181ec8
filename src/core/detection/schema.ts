// The part of the advisory that detects. Declarative only: hosts, paths, file names, title words.
import * as v from 'valibot';
import { TextSchema } from '../advisory/text.ts';

/** `example.com` is that host alone; `*.example.com` is it and every host below it. */
const HostPatternSchema = v.pipe(
  v.string(),
  v.regex(/^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/, 'must be a host name or *.host name, in lower-case ASCII'),
);

export const DetectionSchema = v.object({
  /** Where content scripts run; everywhere else not one byte is injected. */
  watchedHosts: v.array(HostPatternSchema),
  /** What is said where no rule matches. */
  noRule: TextSchema,
  /** Checked and compiled one by one (rules.ts), so that a bad rule never takes the others down. */
  rules: v.array(v.unknown()),
});

export type Detection = v.InferOutput<typeof DetectionSchema>;
