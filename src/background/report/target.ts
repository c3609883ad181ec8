// Where reports go: only where policy says.
import { policy, reportHeaders } from '../policy/managed.ts';

export interface ReportTarget {
  readonly address: string;
  /** Null while the browser has not delivered their values; nothing is sent before. */
  readonly headers: Readonly<Record<string, string>> | null;
}

export async function reportTarget(): Promise<ReportTarget | null> {
  const { reportAddress } = (await policy()).values;
  return reportAddress === undefined
    ? null
    : { address: reportAddress, headers: await reportHeaders() };
}
