// Marks links that start a listed download, and holds clicks on them: our question page asks first.
import { allLinks, linkOf, targetOf } from './links.ts';
import { layMarks } from './mark-layer.ts';
import type { Lent, LinkMarks } from '../single-instance.ts';

const batchSize = 200;
const maxAddress = 8192;
/**
 * Letters of addresses that one page may have judged; a page that makes up more only wants to keep
 * the worker busy.
 */
const mostLetters = 2_000_000;

/**
 * Whether a link may lead to a file, directly or through a redirect. Most links don't, so the
 * worker needn't see them.
 */
const mayLeadToFile = (address: string) =>
  address.length <= maxAddress &&
  /\.(?!(?:html?|php|aspx?|jsp)\b)[a-z0-9]{2,12}(?:[?#&%]|$)|aHR0c/i.test(
    address.slice(address.indexOf('/', 8)),
  );

/**
 * Starts marking. `label` is shown beside each marked link. It isn't read aloud: it stands at the
 * end of the page, far from its link, and whoever follows the link is asked anyway.
 */
export function markLinks(lent: Lent, label: string, language: string): LinkMarks {
  const [page, ask, , , , isArriving, isConnected, onDomSettled, complain] = lent;
  const ended = new AbortController();
  const { signal } = ended;
  /** The worker's answer for each target. A link is looked up by its current target. */
  const verdicts = new Map<string, boolean | undefined>();
  const show = layMarks(lent, label, language, signal);
  let letters = 0;

  const gather = async (isKnown = (address: string) => verdicts.has(address)) => {
    // A page that writes itself anew takes away all listeners; one that is there already stays
    // alone.
    listen();
    const links = allLinks(page);
    const unknown = [...new Set(links.map(targetOf))].filter(
      (address) => mayLeadToFile(address) && !isKnown(address),
    );
    for (let start = 0; start < unknown.length; start += batchSize) {
      const urls = unknown.slice(start, start + batchSize);
      letters += urls.join('').length;
      if (letters > mostLetters) break;
      const answers = await ask('links-found', { urls });
      if (signal.aborted || !answers) return;
      urls.forEach((address, place) => verdicts.set(address, answers[place]));
    }
    show(links.filter((link) => verdicts.get(targetOf(link))));
  };

  /** One gathering at a time: what came meanwhile is gathered after it. */
  let gathered = Promise.resolve();
  let isDue = false;
  const gatherInTurn = () => {
    if (isDue) return;
    isDue = true;
    gathered = gathered
      .then(() => {
        isDue = false;
        return gather();
      })
      .catch(complain);
  };

  onDomSettled(gatherInTurn, signal, {
    attributeFilter: ['href', 'xlink:href'],
  });

  const hold = (event: MouseEvent) => {
    // A right button speaks of a link and doesn't follow it. Nobody answers the scripts of a
    // version that is gone.
    if (!event.isTrusted || event.button > 1 || !isConnected()) return;
    const link = linkOf(event);
    const url = link ? targetOf(link) : '';
    if (!verdicts.get(url)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask('link-followed', {
      url,
      isNewTab: event.button > 0 || event.ctrlKey || event.metaKey,
    });
  };
  // Capturing on the window runs before all of the page's listeners. Enter on a link arrives as a
  // click, the middle button as auxclick.
  const listen = () => {
    for (const name of ['click', 'auxclick'] as const)
      addEventListener(name, hold, { capture: true, signal });
  };
  listen();

  if (isArriving()) addEventListener('DOMContentLoaded', gatherInTurn, { signal });
  else gatherInTurn();
  return {
    label,
    askAgain: () => void gather(() => false).catch(complain),
    stop: () => ended.abort(),
  };
}
