// Marks links that start a listed download, and holds them back when they are followed: our own page asks then.
import type { Replies } from '../messages.ts';
import { ask } from '../platform/page-messaging.ts';
import { addStyle, element } from './element.ts';

const batchSize = 200;
/** A page with more links than this is no download page; the downloads API sees what starts there anyway. */
const maxLinks = 5000;
const gatherAfterMs = 300;

const markStyle = `:host{all:initial}
span{display:inline-block;margin-inline-start:.4em;padding:0 .45em;border:1px solid currentColor;border-radius:4px;
font:600 12px/1.5 system-ui,sans-serif;color:#a8321f;background:#fff;max-width:100%;vertical-align:baseline}
@media(forced-colors:active){span{color:CanvasText;background:Canvas}}`;

export interface LinkMarks {
  readonly label: string;
  readonly stop: () => void;
}

/** Whether a link may lead to a file, be it behind a redirector: most links of most pages don't, and the worker needn't see them. */
const mayLeadToFile = (address: string) =>
  /^https?:/.test(address) && /\.(?!html?\b|php\b|aspx?\b|jsp\b)[a-z0-9]{2,12}(?:[?#&%]|$)|aHR0c/i.test(address.slice(address.indexOf('/', 8)));

/** Starts marking. `label` is read aloud and shown beside each marked link. */
export function markLinks(label: string, language: string): LinkMarks {
  const ended = new AbortController();
  const { signal } = ended;
  /** What the worker said of each target; a link is judged by its own target, whenever that changes. */
  const verdicts = new Map<string, boolean>();
  const marks = new Map<HTMLAnchorElement, HTMLElement>();

  const show = (link: HTMLAnchorElement) => {
    const mark = marks.get(link);
    if (verdicts.get(link.href) !== true) {
      mark?.remove();
      marks.delete(link);
      return;
    }
    if (mark?.isConnected && mark.previousSibling === link) return;
    mark?.remove();
    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    addStyle(root, markStyle);
    root.append(element('span', { lang: language, dir: 'auto' }, label));
    link.after(host);
    marks.set(link, host);
  };

  const gather = async () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, maxLinks);
    const unknown = [...new Set(links.map((link) => link.href))].filter((address) => mayLeadToFile(address) && address.length <= 8192 && !verdicts.has(address));
    for (let start = 0; start < unknown.length; start += batchSize) {
      const urls = unknown.slice(start, start + batchSize);
      const answers = await ask('links-found', { urls });
      if (signal.aborted || !answers) return;
      urls.forEach((address, place) => verdicts.set(address, answers[place] === true));
    }
    for (const [link, mark] of marks) {
      if (link.isConnected) continue;
      mark.remove();
      marks.delete(link);
    }
    for (const link of links) show(link);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const gatherSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void gather();
    }, gatherAfterMs);
  };
  const isOurs = (node: Node) => [...marks.values()].some((mark) => mark === node);
  const observer = new MutationObserver((records) => {
    const isNew = records.some((record) => record.type === 'attributes' || [...record.addedNodes].some((node) => !isOurs(node)));
    if (isNew) gatherSoon();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });

  const hold = (event: Event) => {
    if (!event.isTrusted) return;
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement && target.href !== '');
    if (!link || verdicts.get(link.href) !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask('link-followed', { url: link.href });
  };
  // Capture on the window comes before every listener of the page. Enter on a link arrives as a click; the middle button as auxclick.
  addEventListener('click', hold, { capture: true, signal });
  addEventListener('auxclick', hold, { capture: true, signal });

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void gather(), { signal, once: true });
  else void gather();
  return {
    label,
    stop() {
      ended.abort();
      observer.disconnect();
      clearTimeout(timer);
      for (const mark of marks.values()) mark.remove();
      marks.clear();
    },
  };
}

/** The marks after the worker's answer: kept where they still say the same, begun anew in another language, taken away where none are wanted. */
export function marksAfter(marks: LinkMarks | null, { markLinks: isMarking, markLabel, language }: Replies['frame-visited']): LinkMarks | null {
  if (isMarking && marks?.label === markLabel) return marks;
  marks?.stop();
  return isMarking ? markLinks(markLabel, language) : null;
}
