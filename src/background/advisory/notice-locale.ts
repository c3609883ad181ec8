import type { TranslateNotice } from '../../core/i18n/notice-strings.ts';
import { currentLanguage } from '../policy/locale.ts';
import { noticeStrings } from './packaged.ts';

interface NoticeLocale {
  readonly language: string;
  readonly t: TranslateNotice;
}

/** What policy/locale.ts says, with no more than a notice's strings. */
export async function noticeLocale(
  ...chosenBy: Parameters<typeof currentLanguage>
): Promise<NoticeLocale> {
  const language = currentLanguage(...chosenBy);
  return { language, t: await noticeStrings(language) };
}
