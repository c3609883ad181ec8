// A rule's conditions as checks, made once; a rule pays only for those that it has.
import type { MatchedWords } from './rule-input.ts';
import { globSet } from '../matching/glob.ts';
import { anyParts, partPlaces, type Part } from '../matching/part.ts';
import type { Rule } from '../model/rule-schema.ts';
import type { RuleTools } from './rule-tools.ts';
import { holdsAny } from '../matching/multi-search.ts';
import { fold, soughtWords, wordsOf } from '../matching/words.ts';

export type Check = (inspection: MatchedWords) => boolean;

/** The checks of a rule, all of which must hold; the quickest to fail come first. */
export function checksOf(rule: Rule, tools: RuleTools): readonly Check[] {
  const { scanner } = tools;
  const checks: Check[] = [];
  const has = (words: readonly string[] | undefined, part: Part) => {
    if (!words) return;
    const wanted = scanner.add(words, part);
    const place = partPlaces[part];
    checks.push((inspection) => holdsAny(inspection.words(place), wanted));
  };
  const hasNot = (words: readonly string[] | undefined, part: Part) => {
    if (!words) return;
    const unwanted = scanner.add(words, part);
    const place = partPlaces[part];
    checks.push((inspection) => !holdsAny(inspection.words(place), unwanted));
  };
  const { referrerIs, files, path, anyHas, mimeIs } = rule;
  if (referrerIs) checks.push(({ evidence }) => referrerIs.includes(evidence.referrer));
  if (mimeIs) {
    const globs = globSet(mimeIs);
    checks.push(({ evidence: { mime } }) => mime !== '' && globs.fits(mime));
  }
  if (files) {
    const globs = globSet(files);
    checks.push(({ fileName }) => fileName !== '' && globs.fits(fileName));
  }
  has(rule.fileHas, 'file');
  has(rule.fileAlsoHas, 'file');
  const { hostEnds } = rule;
  if (hostEnds)
    checks.push(({ evidence: { host } }) => {
      const whole = host.includes('.') ? host : `${host}.`;
      return hostEnds.some((end) => whole.endsWith(end));
    });
  has(rule.hostHas, 'host');
  has(rule.hostAlsoHas, 'host');
  has(rule.subdomainHas, 'subdomain');
  has(rule.pathHas, 'folders');
  has(rule.pathAlsoHas, 'folders');
  hasNot(rule.pathHasNot, 'folders');
  if (path) {
    const globs = globSet(path);
    checks.push(({ evidence }) => globs.fits(evidence.path));
  }
  if (anyHas) {
    const wanted = anyParts.map((part) => ({
      place: partPlaces[part],
      words: scanner.add(anyHas, part),
    }));
    checks.push((inspection) =>
      wanted.some(({ place, words }) => holdsAny(inspection.words(place), words)),
    );
  }
  has(rule.queryHas, 'query');
  has(rule.titleHas, 'title');
  has(rule.titleAlsoHas, 'title');
  hasNot(rule.titleHasNot, 'title');
  has(rule.hostHasWord?.map(soughtWords), 'hostWords');
  hasNot(rule.hostHasNoWord?.map(soughtWords), 'hostWords');
  has(rule.pathHasWord?.map(soughtWords), 'pathWords');
  hasNot(rule.pathHasNoWord?.map(soughtWords), 'pathWords');
  has(rule.titleHasWord?.map(soughtWords), 'titleWords');
  hasNot(rule.titleHasNoWord?.map(soughtWords), 'titleWords');
  const { bearsNameIn } = rule;
  if (bearsNameIn) {
    const isNamed = (text: string) => tools.names.find(wordsOf(fold(text))) !== null;
    checks.push(({ evidence, fileName }) =>
      bearsNameIn.some((part) => isNamed(part === 'file' ? fileName : evidence.path)),
    );
  }
  return checks;
}
