// All traces of an advisory. Read one by one: a trace that this version doesn't know, or that is wrong, never takes the others down.
import * as v from 'valibot';
import type { Fault } from '../base/result.ts';
import { BrowserExtensionsSchema } from './detectors/browser-extensions.ts';
import { CertificateIssuerSchema } from './detectors/certificate-issuer.ts';
import { NativeHostSchema } from './detectors/native-host.ts';
import { PageInjectionSchema } from './detectors/page-injection.ts';
import { ScannerRequestsSchema } from './detectors/scanner-requests.ts';
import { StartPageSchema } from './detectors/start-page.ts';
import type { Family } from './detectors/trace.ts';
import { VerdictIconsSchema } from './detectors/verdict-icons.ts';

export const TraceSchema = v.variant('detector', [
  PageInjectionSchema,
  ScannerRequestsSchema,
  BrowserExtensionsSchema,
  NativeHostSchema,
  CertificateIssuerSchema,
  VerdictIconsSchema,
  StartPageSchema,
]);

export type Trace = v.InferOutput<typeof TraceSchema>;
export type DetectorName = Trace['detector'];
export type TraceOf<Name extends DetectorName> = Extract<Trace, { detector: Name }>;

const maxTraces = 50;

/** The good ones, and a fault for each that was left out. */
export function readTraces(raw: readonly unknown[]): {
  readonly traces: readonly Trace[];
  readonly skipped: readonly Fault[];
} {
  const traces: Trace[] = [];
  const skipped: Fault[] = [];
  raw.slice(0, maxTraces).forEach((entry, index) => {
    const result = v.safeParse(TraceSchema, entry);
    if (result.success) traces.push(result.output);
    else {
      const [issue] = result.issues;
      skipped.push({
        path: ['traces', index, v.getDotPath(issue)].filter((part) => part !== null).join('.'),
        message: issue.message,
      });
    }
  });
  return { traces, skipped };
}

/** Those of one detector that can be seen in this browser. */
export function tracesFor<Name extends DetectorName>(
  traces: readonly Trace[],
  detector: Name,
  family: Family,
): readonly TraceOf<Name>[] {
  return traces.filter(
    (trace): trace is TraceOf<Name> =>
      trace.detector === detector &&
      (trace.browsers === undefined || trace.browsers.includes(family)),
  );
}
