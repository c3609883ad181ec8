import { extraRules } from '../../core/policy/extra-rules.ts';
import { stringsOf } from '../../platform/worker/strings.ts';

/** The policy's additional rules, with a reason in each of these languages. */
export async function policyRules(
  texts: readonly string[],
  languages: readonly string[],
): Promise<unknown[]> {
  if (texts.length === 0) return [];
  const reasons = await Promise.all(
    languages.map(
      async (language) => [language, (await stringsOf(language))('policyRuleReason')] as const,
    ),
  );
  return extraRules(texts, { en: '', ...Object.fromEntries(reasons) });
}
