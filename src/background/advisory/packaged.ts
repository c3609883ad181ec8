// The packaged advisory, of which only what is asked for is loaded. The build has checked it.
import { withLanguage, type AdvisoryHead } from '../../core/advisory/parts.ts';
import type { Advisory } from '../../core/advisory/schema.ts';
import { pickLanguage } from '../../core/i18n/messages.ts';
import { languages } from '../../data/packaged/languages.ts';

/** The best language that the packaged advisory has. */
export function packagedLanguage(wanted: string): string {
  return pickLanguage(wanted, ['en', ...Object.keys(languages)]);
}

/** What a first verdict needs, in English and in one other language. */
export async function packagedHead(language: string): Promise<AdvisoryHead> {
  const [{ head }, other] = await Promise.all([
    import('../../data/packaged/head.ts'),
    languages[language]?.head(),
  ]);
  return other ? withLanguage(head, language, other.texts) : head;
}

/** All of it, in all languages. */
export async function packagedAdvisory(): Promise<Advisory> {
  const [{ head }, { rest }] = await Promise.all([
    import('../../data/packaged/head.ts'),
    import('../../data/packaged/rest.ts'),
  ]);
  let [wholeHead, wholeRest] = [head, rest];
  for (const [language, parts] of Object.entries(languages)) {
    const [ofHead, ofRest] = await Promise.all([parts.head(), parts.rest()]);
    wholeHead = withLanguage(wholeHead, language, ofHead.texts);
    wholeRest = withLanguage(wholeRest, language, ofRest.texts);
  }
  return { ...wholeHead, ...wholeRest };
}
