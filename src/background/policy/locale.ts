import type { Advisory } from '../../core/advisory/schema.ts';
import { textDirection } from '../../core/i18n/bidi.ts';
import { pickLanguage, type Say } from '../../core/i18n/messages.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { browserLanguage, stringsOf } from '../../platform/worker/strings.ts';

export interface Speech {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
}

/** The user's language, else the browser's, limited to the advisory's languages. */
export async function speech(settings: Pick<EffectiveSettings, 'language'>, advisory: Pick<Advisory, 'languages'>): Promise<Speech> {
  const language = pickLanguage(settings.language || browserLanguage(), advisory.languages);
  return { language, direction: textDirection(language), say: await stringsOf(language) };
}
