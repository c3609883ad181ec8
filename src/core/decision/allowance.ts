// A person's permission for one download: valid once, for a while, and only for what it was given.
import { hostOf } from '../base/web-address.ts';
import type { Allowance } from './allowance-schema.ts';

export interface AllowanceQuery {
  readonly downloadId: number;
  /** As requested and after all redirects. */
  readonly addresses: readonly string[];
  /** Host of the page it started on; empty if the browser doesn't tell. */
  readonly page: string;
  readonly label: string;
  readonly now: number;
}

const keptAllowances = 100;

export function addAllowance(
  allowances: readonly Allowance[],
  added: Allowance,
  now: number,
): Allowance[] {
  return [...allowances.filter(({ until }) => until > now), added].slice(-keptAllowances);
}

/** Adds a redirect's target to the chain that it belongs to. */
export function extendAllowances(
  allowances: readonly Allowance[],
  from: string,
  to: string,
): readonly Allowance[] {
  const isMeant = (one: Allowance) =>
    one.downloadId === undefined && one.addresses.includes(from) && !one.addresses.includes(to);
  if (!allowances.some(isMeant)) return allowances;
  return allowances.map((one) =>
    isMeant(one) ? { ...one, addresses: [...one.addresses, to].slice(-20) } : one,
  );
}

function fits({ addresses, site }: Allowance, query: AllowanceQuery): boolean {
  if (query.addresses.some((address) => addresses.includes(address))) return true;
  if (site?.label !== query.label) return false;
  // Many sites share the hosts that serve their files.
  if (site.page !== '' && query.page !== '') return site.page === query.page;
  return query.addresses.some((address) => site.files.includes(hostOf(address)));
}

/** The allowances after this download used one; null if none fits. */
export function spendAllowance(
  allowances: readonly Allowance[],
  query: AllowanceQuery,
): Allowance[] | null {
  const current = allowances.filter((one) => one.until > query.now);
  if (current.some((one) => one.downloadId === query.downloadId)) return current;
  const fitting = current.find((one) => one.downloadId === undefined && fits(one, query));
  if (!fitting) return null;
  return current.map((one) => (one === fitting ? { ...one, downloadId: query.downloadId } : one));
}
