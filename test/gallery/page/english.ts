// Tells English that was left on a Spanish screen: strings of the interface and texts of the advisory that Spanish has other words for.
import englishMessages from '../../../_locales/en/messages.json' with { type: 'json' };
import spanishMessages from '../../../_locales/es/messages.json' with { type: 'json' };
import document_ from '../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../../cases/advisory-texts.ts';
import { language } from './locale.ts';

const messages = (of: Readonly<Record<string, { readonly message: string }>>) =>
  Object.values(of).map(({ message }) => message);
/** Around the values that are put in. */
const pieces = (texts: Iterable<string>) =>
  [...texts]
    .flatMap((text) => text.split(/\$\d/))
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text));

const spanish = [
  ...messages(spanishMessages),
  ...advisoryTexts(document_, 'es').values(),
  ...document_.sources.flatMap(({ title, publisher }) => [title, publisher]),
].join('\n');
const only = [
  ...new Set(pieces([...messages(englishMessages), ...advisoryTexts(document_, 'en').values()])),
].filter((text) => !spanish.includes(text));
const whole = new Set(only);
/** Long enough to be known for English within other words. */
const long = only.filter((text) => text.length > 11 && text.includes(' '));

/** False in every other language's scenes. */
export function english(text: string): boolean {
  return language === 'es' && (whole.has(text) || long.some((piece) => text.includes(piece)));
}
