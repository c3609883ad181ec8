// Links as pages write them, in HTML and in drawings.
type Link = HTMLAnchorElement | HTMLAreaElement | SVGAElement;

/**
 * A page with more links isn't a download page. The downloads API still catches what starts there.
 */
const maxLinks = 5000;

const isLink = (target: unknown): target is Link =>
  target instanceof HTMLAnchorElement ||
  target instanceof HTMLAreaElement ||
  target instanceof SVGAElement;

/** Where it leads; empty where it leads nowhere. */
export function targetOf({ href, baseURI }: Link): string {
  return typeof href === 'string' ? href : (URL.parse(href.baseVal || 'x', baseURI)?.href ?? '');
}

export function allLinks(page: Document): Link[] {
  return [...page.querySelectorAll('[*|href]')].slice(0, maxLinks).filter(isLink);
}

/** The link that this event is on, if any. */
export function linkOf(event: Event): Link | undefined {
  return event.composedPath().find(isLink);
}
