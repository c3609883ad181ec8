// Finds tags whose address begins with a GUID, in one pass. Which GUIDs count is known to the
// worker alone.
import type { InjectedTag } from '../../core/traces/detectors/page-injection.ts';

const guidPath = /\/[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\//;
const shortest = 38;
/** Longer values are pictures or scripts, not addresses. */
const longest = 20_000;
const mostTags = 20;

type Tag = HTMLLinkElement | HTMLScriptElement;

function namesGuid(element: Element, attribute: string): boolean {
  const address = element.getAttribute(attribute);
  return (
    address !== null &&
    address.length > shortest &&
    address.length < longest &&
    guidPath.test(address)
  );
}

/** By tag, which browsers keep count of: nothing else of the page is touched. */
export function findTags(): Tag[] {
  const found: Tag[] = [];
  for (const link of document.getElementsByTagName('link'))
    if (namesGuid(link, 'href')) found.push(link);
  for (const script of document.scripts) if (namesGuid(script, 'src')) found.push(script);
  return found.slice(0, mostTags);
}

interface Answer extends PerformanceEntry {
  readonly responseStatus?: number;
  readonly contentType?: string;
}

/** Firefox has no `serviceWorker` in private windows, and no browser has it on pages without https. */
const isAnsweredByPage = (): boolean =>
  ((navigator as Partial<Navigator>).serviceWorker?.controller ?? null) !== null;

/**
 * Whether a stylesheet came. One that the page's own policy kept from being asked for leaves no
 * sign in Firefox; one that is still under way, or whose signs the page removed, leaves none at
 * all. A page with a service worker answers for any host itself.
 */
function isAnswered({ href }: HTMLLinkElement): boolean | null {
  const answers: readonly Answer[] = performance.getEntriesByName(href);
  if (answers.length === 0) return null;
  // Browsers make an empty sheet of a missing file and of a page, too.
  const hasCome = answers.some(
    ({ responseStatus = 200, contentType = 'text/css' }) =>
      responseStatus >= 200 && responseStatus < 300 && contentType === 'text/css',
  );
  return hasCome && isAnsweredByPage() ? null : hasCome;
}

/** Once the page is loaded, so that what was asked for has been answered or not. */
export function describeTags(tags: readonly Tag[]): InjectedTag[] {
  return tags.map((tag) =>
    tag instanceof HTMLLinkElement
      ? { kind: 'style', url: tag.href.slice(0, longest), isAnswered: isAnswered(tag) }
      : { kind: 'script', url: tag.src.slice(0, longest), isAnswered: null },
  );
}
