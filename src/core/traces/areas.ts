// The three areas that a person can have searched, with the permissions each needs in this browser.
import * as v from 'valibot';

export const areas = ['pages', 'extensions', 'programs'] as const;
export type Area = (typeof areas)[number];

export const AreasSchema = v.pipe(v.array(v.picklist(areas)), v.maxLength(areas.length));

/**
 * Two patterns and not the one of "watch every site": what is asked for here is given back without
 * touching that.
 */
export const pageOrigins: readonly string[] = ['http://*/*', 'https://*/*'];

export interface AreaPermissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

const needs: Readonly<Record<Area, AreaPermissions>> = {
  pages: { permissions: ['webRequestBlocking'], origins: pageOrigins },
  extensions: { permissions: ['management'], origins: [] },
  programs: { permissions: ['nativeMessaging'], origins: [] },
};

/** `offered`: permissions that this build may have. Null where an area can't be looked at by it. */
export function permissionsOf(area: Area, offered: readonly string[]): AreaPermissions | null {
  const { permissions, origins } = needs[area];
  const known = permissions.filter((permission) => offered.includes(permission));
  return known.length === 0 && origins.length === 0 ? null : { permissions: known, origins };
}

/** Several areas' permissions in one question. */
export function permissionsOfAll(
  wanted: readonly Area[],
  offered: readonly string[],
): { permissions: string[]; origins: string[] } {
  const all = wanted.flatMap((area) => permissionsOf(area, offered) ?? []);
  return {
    permissions: all.flatMap(({ permissions }) => permissions),
    origins: all.flatMap(({ origins }) => origins),
  };
}
