import type { Advisory } from '../../core/advisory/schema.ts';
import { textDirection } from '../../core/i18n/bidi.ts';
import { pickLanguage, type Translate } from '../../core/i18n/messages.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { browserLanguage, stringsOf } from '../../platform/worker/strings.ts';

interface Locale {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate;
}

/** The user's language, else the browser's, limited to the advisory's languages. */
export function currentLanguage(
  settings: Pick<EffectiveSettings, 'language'>,
  advisory: Pick<Advisory, 'languages'>,
): string {
  return pickLanguage(settings.language || browserLanguage(), advisory.languages);
}

export async function currentLocale(
  settings: Pick<EffectiveSettings, 'language'>,
  advisory: Pick<Advisory, 'languages'>,
): Promise<Locale> {
  const language = currentLanguage(settings, advisory);
  return { language, direction: textDirection(language), t: await stringsOf(language) };
}
