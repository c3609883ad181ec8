// The subject's name in a host that isn't the subject's: whole, one slip away (two, where one swaps
// neighbors), or in letters that only look the same.
import { decode } from 'punycode/punycode.es6.js';
import type { Detection } from '../model/rule-schema.ts';

type Lookalike = Detection['lookalike'];

/** One insertion, deletion, substitution or swap of neighbors apart, or the same. */
export function isWithinOneSlip(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = short.slice(start, short.length - end);
  const right = long.slice(start, long.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * A label of a host as a person reads it: punycode decoded, marks taken off, look-alike letters
 * replaced.
 */
function readAs(label: string, confusables: ReadonlyMap<string, string>): string {
  let text = label;
  if (label.startsWith('xn--')) {
    try {
      text = decode(label.slice(4));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].map((letter) => confusables.get(letter) ?? letter).join('');
}

/** Shorter names are sought whole only. */
const minSlippedLength = 8;

/**
 * The name with two neighbors swapped, once for each pair between its first third and its last
 * letter.
 */
function withSwaps(name: string): string[] {
  const first = Math.floor(name.length / 3);
  return Array.from({ length: Math.max(name.length - 2 - first, 0) }, (_, index) => {
    const place = first + index;
    return (
      name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2)
    );
  });
}

const isLetter = (character: string): boolean =>
  character.toLowerCase() !== character.toUpperCase();

export interface LookalikeFinder {
  /** A host of plain letters without any of these can't contain a name. */
  readonly neededWords: readonly string[];
  /** Whether a host that holds one of them is worth a longer look. */
  mayBear(host: string): boolean;
  /** The host's label that contains the name, as written; null if there is none. */
  find(host: string): string | null;
}

export function lookalikeFinder({ names, otherNames, confusables }: Lookalike): LookalikeFinder {
  const letters = new Map(Object.entries(confusables));
  const wholeNames = names.map((name) => readAs(name, letters));
  // One letter of four is more than a slip.
  const plainNames = wholeNames.filter((name) => /^[!-~]+$/.test(name));
  // People mistype the inside of a name; another first letter makes another word. After a swap a
  // second slip counts, but the first third must then stand: whoever makes two slips and begins
  // otherwise means another name.
  const slips = plainNames
    .filter((name) => name.length >= minSlippedLength)
    .flatMap((name) => [
      { name, head: name.charAt(0) },
      ...withSwaps(name).map((swapped) => ({
        name: swapped,
        head: name.slice(0, Math.floor(name.length / 3)),
      })),
    ]);
  const holdsName = (text: string): boolean => {
    if (wholeNames.some((name) => text.includes(name))) return true;
    const rest = otherNames.reduce((left, other) => left.replaceAll(other, '\u0000'), text);
    return slips.some(({ name, head }) => {
      for (let start = rest.indexOf(head); start >= 0; start = rest.indexOf(head, start + 1)) {
        // A slip is sought in every stretch of about the name's length.
        for (
          let length = name.length - 1;
          length <= name.length + 1 && start + length <= rest.length;
          length += 1
        ) {
          const stretch = rest.slice(start, start + length);
          if (!isWithinOneSlip(name, stretch)) continue;
          // Another ending makes another word: a slip in the last letter counts only where the word
          // ends with it.
          const next = rest[start + length];
          if (stretch.endsWith(name.slice(-1)) || next === undefined || !isLetter(next))
            return true;
        }
      }
      return false;
    });
  };
  // One slip spoils at most two neighboring letters, so one third of a name is always left whole.
  const thirds = plainNames.flatMap((name) => {
    if (name.length < minSlippedLength) return [{ name, at: 0, piece: name }];
    const size = Math.floor(name.length / 3);
    return [0, size, 2 * size].map((at) => ({ name, at, piece: name.slice(at, at + size) }));
  });
  // It stands where it would in the name, give or take a letter, and the first letter is right.
  const asPattern = (text: string) => text.replace(/\W/g, '\\$&');
  const trace = new RegExp(
    thirds
      .map(({ name, at, piece }) =>
        at === 0
          ? asPattern(piece)
          : `${asPattern(name.charAt(0))}[^.]{${String(at - 2)},${String(at)}}${asPattern(piece)}`,
      )
      .join('|') || '(?!)',
  );
  const shortest = Math.min(
    ...plainNames.map((name) => (name.length < minSlippedLength ? name.length : name.length - 1)),
  );
  const mayHold = (label: string) => label.length >= shortest || label.startsWith('xn--');
  /** Digits are the odd letters of most hosts, and quickly read as letters. */
  const mayBear = (host: string) => {
    if (host.includes('xn--')) return true;
    const folded = host.replace(/[^a-z.-]/g, (letter) => letters.get(letter) ?? letter);
    // Without another's name in it, a text may hold this one.
    return trace.test(folded) || otherNames.some((other) => folded.includes(other));
  };
  return {
    neededWords: [...new Set(thirds.map(({ piece }) => piece))],
    mayBear,
    find: (host) =>
      (!mayBear(host)
        ? undefined
        : host.split('.').find((label) => mayHold(label) && holdsName(readAs(label, letters)))) ??
      null,
  };
}
