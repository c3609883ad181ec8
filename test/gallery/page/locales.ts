// The languages of scenes; those that nobody speaks are made from English.
import {
  mirrored,
  mirroredLanguage,
  stretched,
  stretchedLanguage,
} from '../../cases/pseudo-locale.ts';
import type { LocaleName } from './scene.ts';

export interface Locale {
  readonly language: string;
  /** Makes its texts of the English ones; absent where people speak it, and its texts are there. */
  readonly change?: (text: string) => string;
}

export const locales: Readonly<Record<LocaleName, Locale>> = {
  en: { language: 'en' },
  es: { language: 'es' },
  stretched: { language: stretchedLanguage, change: stretched },
  mirrored: { language: mirroredLanguage, change: mirrored },
  'stretched-mirrored': {
    language: mirroredLanguage,
    change: (text) => mirrored(stretched(text)),
  },
};
