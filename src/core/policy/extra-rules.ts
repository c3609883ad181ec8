// Turns a policy's additional rules into advisory rules, so that one detector handles both.
import type { Text } from '../i18n/text.ts';
import { parseExtraRule } from '../settings/validators.ts';

/** Above all our rules, below the exceptions of an organization's document. Exempt rules win. */
const rank = { exempt: 900, other: 800 } as const;

/** `reason` is shown for every match. A rule's id is its position in the policy, counted from 1. */
export function extraRules(texts: readonly string[], reason: Text): unknown[] {
  return texts.flatMap((text, place) => {
    const parsed = parseExtraRule(text);
    if (!parsed.ok) return [];
    const { label, kind, pattern, path } = parsed.value;
    const rule = {
      id: `policy.${String(place + 1)}`,
      label,
      reason,
      rank: label === 'exempt' ? rank.exempt : rank.other,
    };
    if (kind === 'file') return { ...rule, on: ['page', 'download', 'filename'], files: [pattern] };
    return { ...rule, hosts: [pattern], ...(path === '' ? {} : { path: [path.toLowerCase()] }) };
  });
}
