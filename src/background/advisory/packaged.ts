// The packaged advisory, of which only what is asked for is loaded. The build has checked it.
import { withLanguage, type AdvisoryHead } from '../../core/advisory/parts.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import { messagesFrom, pickLanguage } from '../../core/i18n/messages.ts';
import type { TranslateNotice } from '../../core/i18n/notice-strings.ts';
import { languages } from '../../data/packaged/languages.ts';
import { browsersOwn, stringsOf } from '../../platform/worker/strings.ts';

const inEnglish = () => import('../../data/packaged/head.ts');

/** The best language that the packaged advisory has. */
export function packagedLanguage(wanted: string): string {
  return pickLanguage(wanted, ['en', ...Object.keys(languages)]);
}

/** What a first verdict needs, in English and in one other language. */
export async function packagedHead(language: string): Promise<AdvisoryHead> {
  const [{ head }, other] = await Promise.all([inEnglish(), languages[language]?.()]);
  return other ? withLanguage(head, language, other.texts) : head;
}

/** A notice's strings in a language of the packaged advisory, without asking the browser; else of any. */
export async function noticeStrings(language: string): Promise<TranslateNotice> {
  const own = await (language === 'en' ? inEnglish() : languages[language]?.());
  return own ? messagesFrom(own.strings, browsersOwn) : stringsOf(language);
}

/** All of it, in all languages. */
export async function packagedAdvisory(): Promise<Advisory> {
  const { loadRest, loadRestTexts } = await import('../../data/packaged/rest.ts');
  const [{ head }, rest, ...others] = await Promise.all([
    inEnglish(),
    loadRest(),
    ...Object.entries(languages).map(
      async ([language, ofHead]) =>
        [language, (await ofHead()).texts, await loadRestTexts(language)] as const,
    ),
  ]);
  let [wholeHead, wholeRest] = [head, rest];
  for (const [language, ofHead, ofRest] of others) {
    wholeHead = withLanguage(wholeHead, language, ofHead);
    wholeRest = withLanguage(wholeRest, language, ofRest);
  }
  return { ...wholeHead, ...wholeRest };
}
