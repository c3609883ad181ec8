import { pickLanguage } from '../../core/i18n/messages.ts';
import type { TranslateNotice } from '../../core/i18n/notice-strings.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { browserLanguage } from '../../platform/worker/strings.ts';
import { noticeStrings } from './packaged.ts';

interface NoticeLocale {
  readonly language: string;
  readonly t: TranslateNotice;
}

/** What policy/locale.ts says, with no more than a notice's strings. */
export async function noticeLocale(
  settings: Pick<EffectiveSettings, 'language'>,
  advisory: Pick<Advisory, 'languages'>,
): Promise<NoticeLocale> {
  const language = pickLanguage(settings.language || browserLanguage(), advisory.languages);
  return { language, t: await noticeStrings(language) };
}
