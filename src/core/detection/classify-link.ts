import { fileNameOf, isFileAddress } from './file-name.ts';
import { classifyDownload } from './classify-download.ts';
import { labelBehaviors } from './model/labels.ts';
import { linkTargets } from './link-target.ts';
import type { RuleIndex } from './engine/rule-index.ts';
import type { Verdict } from './model/verdict.ts';

export interface LinkVerdict {
  readonly verdict: Verdict;
  /** The URL that the verdict is about: the link's own, or the target of a redirector. */
  readonly target: string;
  /** Whether following it starts a download that is to be asked about. */
  readonly startsListedDownload: boolean;
}

function ofTarget(index: RuleIndex, target: string): LinkVerdict {
  const verdict = classifyDownload(index, { url: target, fileName: fileNameOf(target) });
  return {
    verdict,
    target,
    startsListedDownload: labelBehaviors[verdict.label].marksLinks && isFileAddress(target),
  };
}

/**
 * The URL parser takes seconds for a megabyte of some hosts; what a longer link starts is seen as a
 * download.
 */
const maxLinkLength = 8192;

/**
 * A link's verdict by its own target alone, so that a listed page does not color its every link;
 * null for what is no web address, or a longer one than links are.
 */
export function classifyLink(index: RuleIndex, address: string): LinkVerdict | null {
  if (address.length > maxLinkLength || !/^https?:/i.test(address) || !URL.canParse(address))
    return null;
  const all = linkTargets(address, index.redirectParameters).map((target) =>
    ofTarget(index, target),
  );
  return all.find(({ startsListedDownload }) => startsListedDownload) ?? all[0] ?? null;
}
