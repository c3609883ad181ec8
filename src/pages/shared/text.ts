// Small texts that several pages put together.
import type { Translate } from '../../core/i18n/messages.ts';

/**
 * Joins short facts on one line. The dot sticks to the fact before it, so that no line starts with
 * one.
 */
export function dotted(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}

/** An error's message, labeled "technical detail" because it may not be in the user's language. */
export function failureText(cause: unknown, t: Translate): string {
  return t('technicalDetail', cause instanceof Error ? cause.message : String(cause));
}

/** Translates `key_one`, `key_other`, ... by the language's plural rules. The number is $1. */
export function tCount(t: Translate, language: string, key: string, count: number): string {
  const number = new Intl.NumberFormat(language).format(count);
  return (
    t(`${key}_${new Intl.PluralRules(language).select(count)}`, number) || t(`${key}_other`, number)
  );
}
