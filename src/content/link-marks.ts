// Marks links that start a listed download, and holds them back when they are followed: our own page asks then.
import type { Replies } from '../messages.ts';
import { ask } from '../platform/content/worker-client.ts';
import { addStyle, element } from './element.ts';
import markStyle from './link-mark.css?inline';
import { onDomSettled } from './on-dom-settled.ts';

const batchSize = 200;
/** A page with more links than this is no download page; the downloads API sees what starts there anyway. */
const maxLinks = 5000;
const gatherAfterMs = 300;

export interface LinkMarks {
  readonly label: string;
  /** The worker may say another thing of the same targets now; until it does, what it said counts. */
  readonly askAgain: () => void;
  readonly stop: () => void;
}

/** Whether a link may lead to a file, be it behind a redirector: most links of most pages don't, and the worker needn't see them. */
const mayLeadToFile = (address: string) =>
  /\.(?!html?\b|php\b|aspx?\b|jsp\b)[a-z0-9]{2,12}(?:[?#&%]|$)|aHR0c/i.test(
    address.slice(address.indexOf('/', 8)),
  );

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
    if (mark?.previousSibling === link) return;
    mark?.remove();
    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    addStyle(root, markStyle);
    root.append(element('span', { lang: language, dir: 'auto' }, label));
    link.after(host);
    marks.set(link, host);
  };

  const gather = async (isKnown = (address: string) => verdicts.has(address)) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, maxLinks);
    const unknown = [...new Set(links.map((link) => link.href))].filter(
      (address) => mayLeadToFile(address) && address.length <= 8192 && !isKnown(address),
    );
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

  onDomSettled(() => void gather(), signal, {
    attributeFilter: ['href'],
    afterMs: gatherAfterMs,
    // Our own marks are none, nor is their end: a page that takes one away keeps it so until something else changes.
    isNews(records) {
      const ours = new Set<Node>(marks.values());
      return records.some(
        ({ type, addedNodes }) =>
          type === 'attributes' || [...addedNodes].some((node) => !ours.has(node)),
      );
    },
  });

  const hold = (event: Event) => {
    if (!event.isTrusted) return;
    const link = event
      .composedPath()
      .find(
        (target): target is HTMLAnchorElement =>
          target instanceof HTMLAnchorElement && target.href !== '',
      );
    if (!link || verdicts.get(link.href) !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask('link-followed', { url: link.href });
  };
  // Capture on the window comes before every listener of the page. Enter on a link arrives as a click; the middle button as auxclick.
  addEventListener('click', hold, { capture: true, signal });
  addEventListener('auxclick', hold, { capture: true, signal });

  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => void gather(), { signal, once: true });
  else void gather();
  return {
    label,
    askAgain: () => void gather(() => false),
    stop() {
      ended.abort();
      for (const mark of marks.values()) mark.remove();
      marks.clear();
    },
  };
}

/** The marks after the worker's answer: kept where they still say the same, begun anew in another language, taken away where none are wanted. */
export function marksAfter(
  marks: LinkMarks | null,
  { markLinks: isMarking, markLabel, language }: Replies['frame-visited'],
): LinkMarks | null {
  if (isMarking && marks?.label === markLabel) return marks;
  marks?.stop();
  return isMarking ? markLinks(markLabel, language) : null;
}
