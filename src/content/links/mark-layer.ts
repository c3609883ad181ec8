// Where marks stand: at the body's end and over the page, each beside its link, none of them between the page's own nodes, which others count.
import markStyle from './link-mark.css?inline';
import type { Lent } from '../single-instance.ts';

const placeEveryMs = 400;
const mostMarks = 200;

/** The page may write on the host; the label within is moved. */
interface Mark {
  readonly host: HTMLElement;
  readonly label: HTMLElement;
}

/** At the upper end corner of the link's last line; hidden where the link itself is. */
function placeOf(link: Element, { host, label }: Mark, page: Document): () => void {
  const { x, y, width, height } = [...link.getClientRects()].at(-1) ?? new DOMRect();
  // Its origin may be the body's corner or the document's.
  const own = host.getBoundingClientRect();
  const hit = page.elementFromPoint(x + width / 2, y + height / 2);
  // Outside the window nothing is hit.
  const isShown = width > 0 && (!hit || link.contains(hit) || hit.contains(link));
  const end = Math.min(x + width + own.width / 2, page.documentElement.clientWidth);
  const left = Math.max(0, end - own.width);
  return () => {
    label.style.translate = `${left - own.x}px ${y - own.height * 0.7 - own.y}px`;
    label.style.visibility = isShown ? '' : 'hidden';
  };
}

/** Returns what marks these links and no others, until `signal` ends it. */
export function layMarks(
  [page, , element, addStyle, home]: Lent,
  text: string,
  language: string,
  signal: AbortSignal,
): (links: readonly Element[]) => void {
  const marks = new Map<Element, Mark>();
  const place = () => {
    if (marks.size < 1 || page.hidden) return;
    const parent = home();
    for (const { host } of marks.values()) if (host.parentNode !== parent) parent?.append(host);
    // All is read before anything is written.
    [...marks].map(([link, mark]) => placeOf(link, mark, page)).forEach((move) => move());
  };
  const show = (links: readonly Element[]) => {
    const wanted = new Set(links.slice(0, mostMarks));
    for (const [link, { host }] of marks) {
      if (wanted.has(link)) continue;
      host.remove();
      marks.delete(link);
    }
    for (const link of wanted) {
      if (marks.has(link)) continue;
      const host = element('span');
      const label = element('b', { lang: language, dir: 'auto', 'aria-hidden': 'true' }, text);
      const root = host.attachShadow({ mode: 'closed' });
      addStyle(root, markStyle);
      root.append(label);
      marks.set(link, { host, label });
    }
    place();
  };
  for (const name of ['scroll', 'resize']) addEventListener(name, place, { capture: true, signal });
  const timer = setInterval(place, placeEveryMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    show([]);
  });
  return show;
}
