// Turns a rule's conditions into URL filters. A blocking filter must never match more than the
// rule; an allowing filter never less.
//
//   blocking   regular expressions that match only where the rule matches; null if impossible
//   allowing   substrings present wherever the rule could match
//
// URLs with an escaped path are excluded from both (network-rules.ts), so letters are literal here.
import type { Rule } from '../detection/model/rule-schema.ts';
import type { AddressFilter } from './network-rule.ts';
import { globFragments } from '../detection/matching/glob.ts';
import {
  anyPath,
  authority,
  bothWords,
  essential,
  fileGlobs,
  grouped,
  literal,
  pathGlobs,
  pathWords,
  wordExpressions,
} from './address-expressions.ts';

/** Per rule and host group; rules that need more are enforced in the page. */
const maxExpressions = 48;

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
      : `^https?://[^./?#:@]+(?:\\.[^./?#:@]+){${String(labels - 1)}}\\.?(?::[0-9]+)?`;
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

export function exclusionFilters({ pathHasNot = [], pathHasNoWord = [] }: Rule): AddressFilter[] {
  return [
    ...essential(pathHasNot).map((word) => ({ urlFilter: fragmentFilter(word) })),
    ...wordExpressions(pathHasNoWord).map((regexFilter) => ({ regexFilter })),
  ];
}
