// Tells English that was left on a Spanish screen: strings of the interface and texts of the advisory that Spanish has other words for.
import englishMessages from '../../../../_locales/en/messages.json' with { type: 'json' };
import spanishMessages from '../../../../_locales/es/messages.json' with { type: 'json' };
import document_ from '../../../../src/data/advisory.json' with { type: 'json' };
import { advisoryTexts } from '../../../cases/advisory/advisory-texts.ts';
import { language } from '../locale.ts';

const messages = (of: Readonly<Record<string, { readonly message: string }>>) =>
  Object.values(of).map(({ message }) => message);
/** Around the values that are put in. */
const pieces = (texts: Iterable<string>) =>
  [...texts]
    .flatMap((text) => text.split(/\$\d/))
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text));

/** English words, or parts of a sentence around its values, that Spanish has other ones for. */
function onlyEnglish(): { readonly whole: ReadonlySet<string>; readonly long: readonly string[] } {
  const spanish = [
    ...messages(spanishMessages),
    ...advisoryTexts(document_, 'es').values(),
    ...document_.sources.flatMap(({ title, publisher }) => [title, publisher]),
  ].join('\n');
  const all = pieces([...messages(englishMessages), ...advisoryTexts(document_, 'en').values()]);
  const only = [...new Set(all)].filter((text) => !spanish.includes(text));
  // Long enough to be known for English within other words.
  return { whole: new Set(only), long: only.filter((text) => text.length > 11 && /\s/.test(text)) };
}

let known: ReturnType<typeof onlyEnglish> | null = null;

/** False in every other language's scenes. */
export function english(text: string): boolean {
  if (language !== 'es') return false;
  const { whole, long } = (known ??= onlyEnglish());
  return whole.has(text) || long.some((piece) => text.includes(piece));
}
