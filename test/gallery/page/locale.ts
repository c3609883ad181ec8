// The language of a scene: strings and advisory in English, in Spanish, 40 % longer, mirrored, or both.
import * as v from 'valibot';
import { AdvisorySchema, type Advisory } from '../../../src/core/advisory/schema.ts';
import { messagesFrom, type Translate } from '../../../src/core/i18n/messages.ts';
import { pseudoAdvisory } from '../../cases/pseudo-locale.ts';
import { locales } from './locales.ts';
import { localeNames, type LocaleName } from './scene.ts';

const wanted = new URL(location.href).searchParams.get('locale');
const name: LocaleName = localeNames.find((one) => one === wanted) ?? 'en';

// Made when the gallery is built, since a page is loaded hundreds of times.
const loaders = {
  en: () => import('virtual:texts/en'),
  es: () => import('virtual:texts/es'),
  stretched: () => import('virtual:texts/stretched'),
  mirrored: () => import('virtual:texts/mirrored'),
  'stretched-mirrored': () => import('virtual:texts/stretched-mirrored'),
};
const { default: texts } = await loaders[name]();

export const { language } = locales[name];

/** A string that is missing shows its key, which a check then finds. */
export const missing = 'missing string:';

export const t: Translate = messagesFrom(texts.messages, (key) =>
  /_(zero|one|two|few|many)$/.test(key) ? '' : `${missing} ${key}`,
);

/** The packaged advisory with each of its texts in this scene's language. */
export const advisory = texts.advisory as Advisory;

/** Another advisory, likewise. */
export function speaking(other: Advisory): Advisory {
  const { change } = locales[name];
  return change ? v.parse(AdvisorySchema, pseudoAdvisory(other, language, change)) : other;
}
