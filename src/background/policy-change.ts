// Flow (e): the settings in force. The one door: an administrator's policy will be laid over the person's settings here,
// and nowhere else.
import type { Advisory } from '../core/advisory/schema.ts';
import { textDirection } from '../core/advisory/translate.ts';
import { pickLanguage, sayFrom, type Say } from '../core/say.ts';
import type { Settings } from '../core/settings.ts';
import { browserLanguage, browserStrings, localeMessages } from '../platform/worker-strings.ts';
import { state } from './state.ts';
import { read } from './stored.ts';

export function effectiveSettings(): Promise<Settings> {
  return read(state.settings);
}

export interface Speech {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
}

/** The language that people are spoken to in: the one they chose, else the browser's, as far as the advisory has it. */
export async function speech(settings: Pick<Settings, 'language'>, advisory: Pick<Advisory, 'languages'>): Promise<Speech> {
  const language = pickLanguage(settings.language || browserLanguage(), advisory.languages);
  const isBrowsers = pickLanguage(browserLanguage(), advisory.languages) === language;
  const say = isBrowsers ? browserStrings() : sayFrom(await localeMessages(language.replaceAll('-', '_')), browserStrings());
  return { language, direction: textDirection(language), say };
}
