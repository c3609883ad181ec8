// A policy's additional rules as rules of the advisory, so that one detector decides over all of them.
import type { Text } from '../i18n/text.ts';
import { parseExtraRule } from '../settings/validators.ts';

/** Above every rule of ours, below the exceptions of an organization's document; what is exempt wins over what is not. */
const rank = { exempt: 900, other: 800 } as const;

/** `reason` says that the organization's policy names this; each rule bears its place in the policy as its id. */
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
