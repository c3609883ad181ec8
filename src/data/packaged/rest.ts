// Everything that only screens show: files of the package that are read when they are asked for.
import type { AdvisoryRest, LanguageTexts } from '../../core/advisory/parts.ts';
import { parts } from './document.ts';

/** In English. */
export const loadRest = (): Promise<AdvisoryRest> => Promise.resolve(parts.rest);

export const loadRestTexts = (language: string): Promise<LanguageTexts> =>
  Promise.resolve(parts.texts.get(language)?.rest ?? []);
