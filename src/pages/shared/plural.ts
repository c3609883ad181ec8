import type { Say } from '../../core/i18n/messages.ts';

/** Says `key_one`, `key_other`, ... as the language counts; the number is $1. */
export function sayCount(say: Say, language: string, key: string, count: number): string {
  const number = new Intl.NumberFormat(language).format(count);
  return say(`${key}_${new Intl.PluralRules(language).select(count)}`, number) || say(`${key}_other`, number);
}
