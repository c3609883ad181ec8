import { policyKeys } from '../../../src/core/policy/keys.ts';

/** How the policy page writes a fault's path: list positions are counted from 1. */
export function shownPlace(path: string): string {
  const [name = '', entry = ''] = path.split('.');
  const isEntry =
    Object.hasOwn(policyKeys, name) &&
    policyKeys[name as keyof typeof policyKeys].type === 'list' &&
    /^\d+$/.test(entry);
  return isEntry ? `${name} entry ${String(Number(entry) + 1)}:` : path || '{}';
}
