// Turns a rule's conditions into URL filters. A blocking filter must never match more than the
// rule; an allowing filter never less.
//
//   blocking   regular expressions that match only where the rule matches; null if that's
// impossible
//   allowing   substrings present wherever the rule could match
//
// URLs with an escaped path are excluded from both (network-rules.ts), so letters are literal here.
import type { Rule } from '../detection/model/rule-schema.ts';
import type { AddressFilter } from './network-rule.ts';
import { globFragments } from '../detection/matching/glob.ts';

/**
 * Chromium refuses expressions over 2 KB once compiled: about 125 characters besides our prefix.
 */
const maxAlternatives = 66;
/** Per rule and host group; rules that need more are enforced in the page. */
const maxExpressions = 48;

const authority = '^https?://[^/?#@]+';
const anyPath = '[^?#]*';
const inName = '[^/?#%]*';
const pathEnd = '(?:[?#]|$)';

/** True if the word appears in a URL unescaped, however the URL was written. */
const isPlain = (word: string): boolean => /^[a-z0-9._~!$&'()*+,;=:@/-]+$/.test(word);
/** Same for a glob, in which # is a digit. */
const isPlainGlob = (glob: string): boolean => isPlain(glob.replaceAll('#', '0'));

const literal = (text: string): string => text.replace(/[.+$()*?[\]\\^{}|]/g, '\\$&');

/** Drops words that contain another word of the list: matching the shorter one finds both. */
function essential(words: readonly string[]): string[] {
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
function grouped(alternatives: readonly string[]): string[] {
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

function pathWords(words: readonly string[]): string[] {
  const plain = essential(words);
  const atFolder = plain.filter((word) => word.startsWith('/')).map((word) => pathWord(word));
  const within = plain.filter((word) => !word.startsWith('/')).map((word) => pathWord(word));
  return [
    ...grouped(atFolder).map((word) => `(?:/${anyPath})?${word}`),
    ...grouped(within).map((word) => `/${anyPath}${word}`),
  ];
}

/** Matches both words, in either order. */
function bothWords(first: readonly string[], second: readonly string[]): string[] {
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

function pathGlobs(globs: readonly string[]): string[] {
  return globs.filter(isPlainGlob).map((glob) => {
    const body = globBody(glob.replace(/\*+$/, ''), anyPath);
    return `${body.startsWith('/') ? '' : '/'}${body}${glob.endsWith('*') ? '' : pathEnd}`;
  });
}

function fileGlobs(globs: readonly string[], word = ''): string[] {
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

/**
 * Conditions that only page text or a download can meet. A rule with one never matches a URL alone.
 */
const beyondAddress = ['titleHas', 'titleAlsoHas', 'titleHasWord', 'mimeIs'] as const;
const sayable = [
  'hostHas',
  'pathHas',
  'pathAlsoHas',
  'path',
  'queryHas',
  'files',
  'fileHas',
] as const;

export function holdsForAddresses(rule: Rule): boolean {
  if (rule.referrerIs && !rule.referrerIs.includes('unrelated')) return false;
  return beyondAddress.every((condition) => rule[condition] === undefined);
}

/**
 * Expressions for the part after the host, one for each way the rule can match; null if it can't be
 * expressed exactly.
 */
function afterHost(rule: Rule): string[] | null {
  const {
    pathHas,
    pathAlsoHas,
    path,
    queryHas,
    files,
    fileHas,
    hostAlsoHas,
    subdomainHas,
    anyHas,
    fileAlsoHas,
    hasLookalikeHost,
    bearsNameIn,
    hostHasWord,
    hostHasNoWord,
    pathHasWord,
  } = rule;
  if (hostAlsoHas ?? subdomainHas ?? anyHas ?? fileAlsoHas ?? hasLookalikeHost) return null;
  if (bearsNameIn ?? hostHasWord ?? hostHasNoWord ?? pathHasWord) return null;
  const asked = sayable.filter((condition) => rule[condition] !== undefined).join();
  switch (asked) {
    case '':
    case 'hostHas':
      return [''];
    case 'pathHas':
      return pathWords(pathHas ?? []);
    case 'pathHas,pathAlsoHas':
      return bothWords(pathHas ?? [], pathAlsoHas ?? []);
    case 'path':
      return pathGlobs(path ?? []);
    case 'queryHas':
      return grouped(essential(queryHas ?? []).map(literal)).map(
        (word) => `/${anyPath}\\?[^#]*${word}`,
      );
    case 'files':
      return fileGlobs(files ?? []);
    case 'files,fileHas':
      return essential(fileHas ?? []).flatMap((word) => fileGlobs(files ?? [], word));
    default:
      return null;
  }
}

/**
 * Expressions that match only where the rule does, on hosts of `labels` labels (0: any host); null
 * if impossible.
 */
export function blockingExpressions(rule: Rule, labels: number): string[] | null {
  const rests = afterHost(rule);
  if (rests === null || rests.length > maxExpressions) return null;
  const host =
    labels === 0
      ? authority
      : `^https?://[^./?#:@]+(?:\\.[^./?#:@]+){${String(labels - 1)}}(?::[0-9]+)?`;
  if (rule.hostHas)
    return labels === 0
      ? essential(rule.hostHas).map((word) => `^https?://[^/?#@:]*${literal(word)}`)
      : null;
  return rests.map((rest) => (rest === '' ? `${host}/` : `${host}${rest}`));
}

/** Turns a substring into a filter over the whole URL. */
function fragmentFilter(word: string): string {
  const folder = word.length > 1 && word.endsWith('/') ? `${word.slice(0, -1)}^` : word;
  return folder.replace(/[*|]/g, '*');
}

/**
 * Substrings such that every URL the rule may match contains at least one; null if there are none.
 * Of several lists, picks the one with the longest words, which match the fewest URLs.
 */
export function allowingFilters(rule: Rule): string[] | null {
  const {
    pathHas,
    pathAlsoHas,
    path,
    hostHas,
    hostAlsoHas,
    subdomainHas,
    queryHas,
    files,
    fileHas,
    fileAlsoHas,
    anyHas,
  } = rule;
  const lists = [
    pathHas,
    pathAlsoHas,
    queryHas,
    hostHas,
    hostAlsoHas,
    subdomainHas,
    fileHas,
    fileAlsoHas,
    anyHas,
    path && globFragments(path),
    files && globFragments(files),
  ];
  const meanLength = (words: readonly string[]) => words.join('').length / words.length;
  const [words] = lists
    .flatMap((list) => (list ? [list] : []))
    .sort((one, other) => meanLength(other) - meanLength(one));
  // Characters a URL can't contain literally are escaped there, and escaped paths are allowed
  // anyway.
  return words ? essential(words).map(fragmentFilter) : null;
}

/** Whole words anywhere before the query. Words of other scripts are escaped, and escaped paths are let through anyway. */
function wordExpressions(words: readonly string[]): string[] {
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

export function exclusionFilters({ pathHasNot = [], pathHasNoWord = [] }: Rule): AddressFilter[] {
  return [
    ...essential(pathHasNot).map((word) => ({ urlFilter: fragmentFilter(word) })),
    ...wordExpressions(pathHasNoWord).map((regexFilter) => ({ regexFilter })),
  ];
}
