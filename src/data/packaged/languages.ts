// What a first verdict and its notice need in each other language, loaded when it is asked for.
import es from '../../../_locales/es/messages.json' with { type: 'json' };
import type { LanguageTexts } from '../../core/advisory/parts.ts';
import { noticeStringsOf, type NoticeStrings } from '../../core/i18n/notice-strings.ts';
import { parts } from './document.ts';

interface OfLanguage {
  readonly texts: LanguageTexts;
  readonly strings: NoticeStrings;
}

const locales: Readonly<Record<string, Parameters<typeof noticeStringsOf>[0]>> = { es };

export const languages: Readonly<Record<string, () => Promise<OfLanguage>>> = Object.fromEntries(
  [...parts.texts].map(([language, { head }]) => [
    language,
    () => Promise.resolve({ texts: head, strings: noticeStringsOf(locales[language] ?? {}) }),
  ]),
);
