// Intersects a rule's hosts with the hosts the browser has granted us.
import { countrySuffixStart } from '../detection/matching/address.ts';
import type { Sites } from './network-rule.ts';

interface Pattern {
  readonly host: string;
  readonly isBelow: boolean;
}

const family = '.{tld}';

function parsed(pattern: string): Pattern {
  const isBelow = pattern.startsWith('*.');
  return { host: isBelow ? pattern.slice(2) : pattern, isBelow };
}

/** Whether `host` is `base` or below it. */
function isWithin(host: string, base: string): boolean {
  return host === base || host.endsWith(`.${base}`);
}

function meeting(one: Pattern, other: Pattern): Pattern | null {
  if (one.host === other.host) return { host: one.host, isBelow: one.isBelow && other.isBelow };
  if (other.isBelow && isWithin(one.host, other.host)) return one;
  if (one.isBelow && isWithin(other.host, one.host)) return other;
  return null;
}

/**
 * Intersects `name.{tld}` with a granted host: the family's name with that host's country suffix.
 */
function ofFamily({ host, isBelow }: Pattern, granted: Pattern): Pattern | null {
  const start = countrySuffixStart(granted.host);
  if (start <= 0) return null;
  const suffix = granted.host.slice(start);
  return meeting({ host: host.slice(0, -family.length) + suffix, isBelow }, granted);
}

/** Intersects a rule's host patterns (every host if it has none) with the granted ones. */
export function meetingSites(
  patterns: readonly string[] | undefined,
  granted: readonly string[],
): Sites {
  const access = granted.map(parsed);
  const found = patterns
    ? patterns
        .map(parsed)
        .flatMap((pattern) =>
          access.flatMap(
            (one) =>
              (pattern.host.endsWith(family) ? ofFamily(pattern, one) : meeting(pattern, one)) ??
              [],
          ),
        )
    : access;
  const hosts = (isBelow: boolean) =>
    [...new Set(found.filter((one) => one.isBelow === isBelow).map(({ host }) => host))].sort();
  const below = hosts(true);
  return {
    below,
    exact: hosts(false).filter((host) => !below.some((base) => isWithin(host, base))),
  };
}
