// Each other language's texts, loaded when they are asked for.
import type { LanguageTexts } from '../../core/advisory/parts.ts';
import { parts } from './document.ts';

interface Texts {
  readonly texts: LanguageTexts;
}

interface LanguageParts {
  readonly head: () => Promise<Texts>;
  readonly rest: () => Promise<Texts>;
}

export const languages: Readonly<Record<string, LanguageParts>> = Object.fromEntries(
  [...parts.texts].map(([language, { head, rest }]) => [
    language,
    { head: () => Promise.resolve({ texts: head }), rest: () => Promise.resolve({ texts: rest }) },
  ]),
);
