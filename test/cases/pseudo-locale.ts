// Two languages that nobody speaks, made from the English texts: they show where a screen counts on short words or on
// reading from the left. The tags are those that browsers and phones use for the same purpose.

import { codePieces } from '../../src/pages/popup/switch/steps/code-pieces.ts';

export const stretchedLanguage = 'en-XA';
export const mirroredLanguage = 'ar-XB';

type Change = (text: string) => string;

const plain = 'aeiouyAEIOUYcnszCNSZ';
const accented = [...'áéîöüýÅÉÎØÛÝçñšžÇÑŠŽ'];
const marks = new Map([...plain].map((letter, place) => [letter, accented[place] ?? letter]));

/** Placeholders stay as they are: `$1` still stands for a value. */
const parts = (text: string) => text.split(/(\$\d)/);
const isPlaceholder = (part: string) => /^\$\d$/.test(part);

/** At least 40 % longer, spread over all words, with accented letters. A text without letters stays as it is. */
export function stretched(text: string): string {
  const letters = text.replace(/\$\d/g, '').match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return text;
  const more = Math.ceil(text.length * 0.4) / letters;
  let owed = 0;
  const grow = (letter: string) => {
    owed += more;
    const times = Math.floor(owed + 1e-9);
    owed -= times;
    return (marks.get(letter) ?? letter).repeat(1 + times);
  };
  return parts(text)
    .map((part) => (isPlaceholder(part) ? part : part.replace(/\p{L}/gu, grow)))
    .join('');
}

/** Each word strongly right-to-left, its letters in reverse order on the screen, as the pseudo-language of phones does it. */
export function mirrored(text: string): string {
  return parts(text)
    .map((part) =>
      isPlaceholder(part)
        ? part
        : part.replace(/\p{L}[\p{L}\p{M}’']*/gu, '\u200F\u202E$&\u202C\u200F'),
    )
    .join('');
}

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Interface strings in such a language. */
export function pseudoMessages(messages: Messages, language: string, change: Change): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [
      key,
      { message: key === 'interfaceLanguage' ? language : change(message) },
    ]),
  );
}

/** Commands and paths are the same in each language. */
const aroundCode = (change: Change, code: readonly string[]) => (text: string) =>
  codePieces(text, code)
    .map((piece) => (piece.isCode ? piece.text : change(piece.text)))
    .join('');

function translated(value: unknown, language: string, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => translated(item, language, change));
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && typeof value.en === 'string')
    return { ...value, [language]: change(value.en) };
  const code =
    'code' in value && Array.isArray(value.code)
      ? value.code.filter((one) => typeof one === 'string')
      : [];
  const own = aroundCode(change, code);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, translated(item, language, own)]),
  );
}

/** An advisory, as the JSON it is published in, that has each of its texts in such a language too. */
export function pseudoAdvisory<Document extends { readonly languages: readonly string[] }>(
  advisory: Document,
  language: string,
  change: Change,
): Document {
  return {
    ...(translated(advisory, language, change) as Document),
    languages: [...advisory.languages, language],
  };
}
