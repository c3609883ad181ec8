// Gathers what the page says of itself, unjudged: the worker parses and weighs it. A few queries, in one go.
import type { PageFacts } from '../messages.ts';

const maxShort = 500;
const maxAddress = 2000;
const maxScript = 60_000;
const productItem = '[itemtype*="schema.org/Product"],[itemtype*="schema.org/SoftwareApplication"],[itemtype*="schema.org/MobileApplication"]';
const downloadLink = 'a[download],a[href*=".exe"],a[href*=".msi"],a[href*=".dmg"],a[href*=".pkg"],a[href*=".apk"],a[href*=".iso"],a[href*=".zip"],a[href*="ownload"]';

const all = (selector: string, root: ParentNode = document) => [...root.querySelectorAll(selector)];
const said = (element: Element | null) => (element?.getAttribute('content') ?? element?.textContent ?? '').trim().slice(0, maxShort);
const meta = (...names: string[]) => said(document.querySelector(names.map((name) => `meta[property="${name}"],meta[name="${name}"]`).join()));

/** As large as the worker takes it; what is longer is left out. */
export function pageFacts(): PageFacts {
  const makersOf = (item: Element) => all('[itemprop=brand],[itemprop=manufacturer],[itemprop=publisher],[itemprop=author]', item).slice(0, 4).map(said);
  const hrefs = (selector: string) => all(selector).flatMap((link) => (link instanceof HTMLAnchorElement || link instanceof HTMLLinkElement ? [link.href] : []));
  return {
    structured: all('script[type="application/ld+json"]').map(({ textContent }) => textContent).filter(({ length }) => length <= maxScript).slice(0, 8),
    items: all(productItem).slice(0, 4).map((item) => ({ type: (item.getAttribute('itemtype') ?? '').slice(0, maxShort), name: said(item.querySelector('[itemprop=name]')), makers: makersOf(item) })),
    openGraph: { type: meta('og:type'), title: meta('og:title'), brand: meta('product:brand', 'og:brand') },
    canonical: hrefs('link[rel=canonical]')[0]?.slice(0, maxAddress) ?? '',
    headings: all('h1').slice(0, 2).map(said),
    links: [...new Set(hrefs(downloadLink))].filter(({ length }) => length <= maxAddress).slice(0, 60),
  };
}

/** Calls back once what the document holds has settled after each change, for a while: shops draw their pages late. */
export function onLateContent(changed: () => void, signal: AbortSignal): void {
  const [settlesAfterMs, mostTimes] = [500, 12];
  let times = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
      if ((times += 1) >= mostTimes) observer.disconnect();
    }, settlesAfterMs);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
