// A rule's conditions as filters over the address as it is written. What blocks must never say more than the rule; what allows, never less.
//
//   blocking   regular expressions that hold only where the rule holds; null for a rule that can't be said so
//   allowing   plain fragments that hold wherever the rule could hold
//
// Addresses with an escaped path are left out of both (network-rules.ts), so that a letter here is a letter there.
import type { Rule } from '../detection/model/rule-schema.ts';
import { globFragments } from '../detection/matching/glob.ts';

/** Chromium refuses an expression that takes more than 2 KB once compiled: some 125 characters beside the usual beginning. */
const maxAlternatives = 66;
/** Of one rule, for one group of hosts; what takes more is left to the page. */
const maxExpressions = 48;

const authority = '^https?://[^/?#@]+';
const anyPath = '[^?#]*';
const inName = '[^/?#%]*';
const pathEnd = '(?:[?#]|$)';

/** Whether a word stands in an address as it is, whatever its writer escaped. */
const isPlain = (word: string): boolean => /^[a-z0-9._~!$&'()*+,;=:@/-]+$/.test(word);
/** The same of a glob, where # stands for a digit. */
const isPlainGlob = (glob: string): boolean => isPlain(glob.replaceAll('#', '0'));

const literal = (text: string): string => text.replace(/[.+$()*?[\]\\^{}|]/g, '\\$&');

/** Words that hold no other word of the list: whoever seeks those finds these. */
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

/** Alternatives in groups that fit into one expression each. */
function grouped(alternatives: readonly string[]): string[] {
  const groups: string[][] = [];
  for (const one of alternatives) {
    const last = groups.at(-1);
    if (last && [...last, one].join('|').length <= maxAlternatives) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => (group.length === 1 ? group.join('') : `(?:${group.join('|')})`));
}

/** A word of the path; the path is taken to end in a slash. */
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

/** Both words, in either order. */
function bothWords(first: readonly string[], second: readonly string[]): string[] {
  const inOrder = (ones: readonly string[], others: readonly string[]) =>
    grouped(essential(ones).map(literal)).flatMap((one) =>
      grouped(essential(others).map(pathWord)).map(
        (other) => `/(?:${anyPath})?${one}${anyPath}${other}`,
      ),
    );
  const atFolder = (words: readonly string[]) => words.filter((word) => word.startsWith('/'));
  const within = (words: readonly string[]) => words.filter((word) => !word.startsWith('/'));
  // The slash that begins the path may be the word's own.
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

/** Conditions that only a page's own words, or a download, can meet: without them the rule never holds for an address. */
const beyondAddress = ['titleHas', 'titleAlsoHas', 'mimeIs'] as const;
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

/** What follows the host, one expression for each way in which the rule can hold; null where it can't be said exactly. */
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
  } = rule;
  if (hostAlsoHas ?? subdomainHas ?? anyHas ?? fileAlsoHas ?? hasLookalikeHost) return null;
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

/** Expressions that hold only where the rule holds on hosts of `labels` labels; 0 for any host. Null where it can't be said so. */
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

/** A fragment as a filter over the whole address. */
function fragmentFilter(word: string): string {
  const folder = word.length > 1 && word.endsWith('/') ? `${word.slice(0, -1)}^` : word;
  return folder.replace(/[*|]/g, '*');
}

/** Fragments of which one stands in every address for which the rule could hold; null where any address could do. Of several lists, the one with the longest words: they are in the fewest addresses. */
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
  // What an address can't hold as it is written is escaped there, and escaped paths are let through anyway.
  return words ? essential(words).map(fragmentFilter) : null;
}

export function exclusionFilters(rule: Rule): string[] {
  return essential(rule.pathHasNot ?? []).map(fragmentFilter);
}
