import type { Translate } from '../../core/i18n/messages.ts';

/** Translates `key_one`, `key_other`, ... by the language's plural rules. The number is $1. */
export function tCount(t: Translate, language: string, key: string, count: number): string {
  const number = new Intl.NumberFormat(language).format(count);
  return (
    t(`${key}_${new Intl.PluralRules(language).select(count)}`, number) || t(`${key}_other`, number)
  );
}
