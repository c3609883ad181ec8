// Regular expressions for parts of a URL: words, pairs of words, globs and file names.

/**
 * Chromium refuses expressions over 2 KB once compiled: about 125 characters besides our prefix.
 */
const maxAlternatives = 66;
export const authority = '^https?://[^/?#@]+';
export const anyPath = '[^?#]*';
const inName = '[^/?#%]*';
const pathEnd = '(?:[?#]|$)';

/** True if the word appears in a URL unescaped, however the URL was written. */
const isPlain = (word: string): boolean => /^[a-z0-9._~!$&'()*+,;=:@/-]+$/.test(word);
/** Same for a glob, in which # is a digit. */
const isPlainGlob = (glob: string): boolean => isPlain(glob.replaceAll('#', '0'));

export const literal = (text: string): string => text.replace(/[.+$()*?[\]\\^{}|]/g, '\\$&');

/** Drops words that contain another word of the list: matching the shorter one finds both. */
export function essential(words: readonly string[]): string[] {
  return words.filter(
    (word, place) =>
      isPlain(word) &&
      !words.some(
        (other, there) =>
          there !== place && word.includes(other) && (word !== other || there < place),
      ),
  );
}

/** Splits alternatives into groups that fit one expression each. */
export function grouped(alternatives: readonly string[]): string[] {
  const groups: string[][] = [];
  for (const one of alternatives) {
    const last = groups.at(-1);
    if (last && [...last, one].join('|').length <= maxAlternatives) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => (group.length === 1 ? group.join('') : `(?:${group.join('|')})`));
}

/** Matches a word of the path. A path is treated as ending in `/`. */
const pathWord = (word: string): string =>
  word.length > 1 && word.endsWith('/')
    ? `${literal(word.slice(0, -1))}(?:[/?#]|$)`
    : literal(word);

export function pathWords(words: readonly string[]): string[] {
  const plain = essential(words);
  const atFolder = plain.filter((word) => word.startsWith('/')).map((word) => pathWord(word));
  const within = plain.filter((word) => !word.startsWith('/')).map((word) => pathWord(word));
  return [
    ...grouped(atFolder).map((word) => `(?:/${anyPath})?${word}`),
    ...grouped(within).map((word) => `/${anyPath}${word}`),
  ];
}

/** Matches both words, in either order. */
export function bothWords(first: readonly string[], second: readonly string[]): string[] {
  const inOrder = (ones: readonly string[], others: readonly string[]) =>
    grouped(essential(ones).map(literal)).flatMap((one) =>
      grouped(essential(others).map(pathWord)).map(
        (other) => `/(?:${anyPath})?${one}${anyPath}${other}`,
      ),
    );
  const atFolder = (words: readonly string[]) => words.filter((word) => word.startsWith('/'));
  const within = (words: readonly string[]) => words.filter((word) => !word.startsWith('/'));
  // The path's first slash may be part of the word.
  const ordered = (ones: readonly string[], others: readonly string[]) => [
    ...inOrder(within(essential(ones)), others),
    ...inOrder(atFolder(essential(ones)), others).map((expression) =>
      expression.replace(`/(?:${anyPath})?`, `(?:/${anyPath})?`),
    ),
  ];
  return [...ordered(first, second), ...ordered(second, first)];
}

function globBody(glob: string, star: string): string {
  return [...glob]
    .map((letter) => (letter === '*' ? star : letter === '#' ? '[0-9]' : literal(letter)))
    .join('');
}

export function pathGlobs(globs: readonly string[]): string[] {
  return globs.filter(isPlainGlob).map((glob) => {
    const body = globBody(glob.replace(/\*+$/, ''), anyPath);
    return `${body.startsWith('/') ? '' : '/'}${body}${glob.endsWith('*') ? '' : pathEnd}`;
  });
}

export function fileGlobs(globs: readonly string[], word = ''): string[] {
  const plain = globs.filter(isPlainGlob);
  const isEnding = (glob: string) => /^\*[^*#]+$/.test(glob);
  const endings = grouped(plain.filter(isEnding).map((glob) => literal(glob.slice(1))));
  const name = word === '' ? inName : `${inName}${literal(word)}${inName}`;
  const others =
    word === ''
      ? plain.filter((glob) => !isEnding(glob)).map((glob) => globBody(glob, inName))
      : [];
  return [
    ...endings.map((ending) => `/(?:${anyPath}/)?${name}${ending}${pathEnd}`),
    ...others.map((glob) => `/(?:${anyPath}/)?${glob}${pathEnd}`),
  ];
}

/** Whole words anywhere before the query. Words of other scripts are escaped, and escaped paths are let through anyway. */
export function wordExpressions(words: readonly string[]): string[] {
  const plain = words.filter((word) => /^[a-z0-9 ]+\*?$/.test(word));
  const inRow = (word: string) => word.replace('*', '').replaceAll(' ', '[^a-z0-9]+');
  const before = '^https?://[^?#]*[^a-z]';
  const stems = plain.filter((word) => word.endsWith('*')).map(inRow);
  const whole = plain.filter((word) => !word.endsWith('*')).map(inRow);
  return [
    ...grouped(stems).map((alternatives) => `${before}${alternatives}`),
    ...grouped(whole).map((alternatives) => `${before}${alternatives}(?:[^a-z]|$)`),
  ];
}
