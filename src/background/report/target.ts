// Where reports go: only where policy says.
import { policy } from '../policy/managed.ts';

export interface ReportTarget {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

export async function reportTarget(): Promise<ReportTarget | null> {
  const { reportAddress, reportHeaders } = (await policy()).values;
  return reportAddress === undefined
    ? null
    : { address: reportAddress, headers: reportHeaders ?? {} };
}
