// Faults of the page, in words; an empty list is the goal.
import { textDirection } from '../../../../src/core/i18n/bidi.ts';
import { every, isOnlyRead, nameOf, scopes } from '../elements.ts';
import { english } from './english.ts';
import { forcedFaults } from './forced-colors.ts';
import { language, missing } from '../locale.ts';
import { outsidePanel } from './outside-panel.ts';

/** How much of axe judges a look. */
export type AxeExtent = 'none' | 'contrast' | 'all';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** WCAG 2.5.8, in CSS pixels. */
const leastTarget = 24;

/**
 * axe maps what covers what for the body only; the notice is next to it, and without the map its
 * contrast isn't judged.
 */
function widenMap(): void {
  const { createTreeWalker } = Document.prototype;
  document.createTreeWalker = (root: Node, ...rest) => {
    const walker = createTreeWalker.call(
      document,
      root === document.body ? document.documentElement : root,
      ...rest,
    );
    if (root === document.body) walker.nextNode();
    return walker;
  };
}

/** In forced colors Chromium tells scripts the colors of the page, not those that are shown. */
const isForced = () => matchMedia('(forced-colors: active)').matches;

async function axeFaults(extent: AxeExtent): Promise<string[]> {
  // Half of all that is loaded, and not needed for most looks.
  const { default: axe } = await import('axe-core');
  widenMap();
  const { violations, incomplete } = await axe.run(document, {
    ...(extent === 'all'
      ? { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } }
      : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
    resultTypes: ['violations', 'incomplete'],
  });
  // An element in a shadow tree is named by a path of several steps.
  const inTrees = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((one) => ({
      ...one,
      nodes: one.nodes.filter(({ target }) => target.some((step) => typeof step !== 'string')),
    }));
  const unread = isForced() ? [] : inTrees;
  return [...violations, ...unread].flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `axe ${id}: ${target.join(' ')} - ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

function reachesOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = every('body *').filter(
    (element) =>
      element.getBoundingClientRect().right > clientWidth + 1 ||
      element.getBoundingClientRect().left < -1,
  );
  return [
    `${String(scrollWidth - clientWidth)} px reach out of the window sideways: ${wide.slice(0, 3).map(nameOf).join(', ')}`,
  ];
}

function clipped(): string[] {
  return every('*')
    .filter((element) => {
      if (
        isOnlyRead(element) ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement
      )
        return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutsAcross = overflowX === 'hidden' || overflowX === 'clip';
      const cutsDown = overflowY === 'hidden' || overflowY === 'clip';
      return (
        (cutsAcross && element.scrollWidth > element.clientWidth + 1) ||
        (cutsDown && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => `cut off: ${nameOf(element)}`);
}

/**
 * A closed list cuts the choice that doesn't fit in it, and a browser doesn't tell: it is laid out
 * beside it. Of full pages; some of the popup's choices are longer than 320 px.
 */
function cutChoices(): string[] {
  return every('.page select')
    .filter((select): select is HTMLSelectElement => select instanceof HTMLSelectElement)
    .flatMap((select) => {
      const { font, letterSpacing, wordSpacing, paddingLeft, paddingRight } =
        getComputedStyle(select);
      const probe = document.createElement('span');
      Object.assign(probe.style, {
        font,
        letterSpacing,
        wordSpacing,
        position: 'absolute',
        whiteSpace: 'nowrap',
      });
      document.body.append(probe);
      // The arrow takes about as much as a letter is high.
      const room =
        select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - 16;
      const cut = [...select.selectedOptions].filter(({ text }) => {
        probe.textContent = text;
        return probe.offsetWidth > room;
      });
      probe.remove();
      return cut.map(({ text }) => `cut off in a list: “${text}” of ${nameOf(select)}`);
    });
}

/** A link within a sentence is as high as its line: the exception of WCAG 2.5.8. */
function isInline(element: HTMLElement): boolean {
  return (
    element instanceof HTMLAnchorElement &&
    getComputedStyle(element).display.startsWith('inline') &&
    element.closest('p, li, dd') !== null
  );
}

function smallTargets(): string[] {
  return every(
    'button, a[href], select, summary, input:not([type=checkbox], [type=radio]), textarea',
  )
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        !isOnlyRead(element) &&
        !isInline(element) &&
        (width < leastTarget - 0.01 || height < leastTarget - 0.01)
      );
    })
    .map((element) => `smaller than ${String(leastTarget)} px: ${nameOf(element)}`);
}

/** The schema library speaks to developers, and English. */
function foreignWords(): string[] {
  return every('body').flatMap(({ innerText }) =>
    [...innerText.matchAll(/Invalid (?:type|key|format|value|length)|but received/g)].map(
      ([found]) => `words of the schema library: ${found}`,
    ),
  );
}

function missingStrings(): string[] {
  return scopes()
    .flatMap((scope) => scope.textContent ?? '')
    .flatMap((text) =>
      [...text.matchAll(new RegExp(`${missing} \\w+`, 'g'))].map(([found]) => found),
    );
}

/**
 * A page of ours says its language and direction in every state, also while it waits or after it
 * failed.
 */
function untold(): string[] {
  if (!location.pathname.startsWith('/src/')) return [];
  const told = `${document.documentElement.lang} ${document.documentElement.dir}`;
  const expected = `${language} ${textDirection(language)}`;
  return told === expected ? [] : [`the page says that it is “${told}”, not “${expected}”`];
}

/**
 * Words without the signs that give them a direction: those of the mirrored language, and pieces
 * that keep their own.
 */
const undirected = (text: string) =>
  text.replace(/\u202E[^\u202C]*\u202C/g, '').replace(/\u2068[^\u2069]*\u2069/g, '');

/**
 * In a page that is read from the right, what is read from the left keeps its order only where it
 * is set apart.
 */
function turnedRound(): string[] {
  if (document.documentElement.dir !== 'rtl' && !every('[dir=rtl]').length) return [];
  return every('*')
    .filter((element) => {
      const own = [...element.childNodes]
        .filter((node) => node instanceof Text)
        .map(({ data }) => data)
        .join('');
      const open = undirected(own).trim();
      // Text that begins and ends with a letter keeps its direction if nothing else is next to it.
      if (
        !/[A-Za-z]/.test(open) ||
        (open === own.trim() && /^[A-Za-z].*[A-Za-z\d]$/s.test(open)) ||
        element.closest('script, style, textarea') ||
        getComputedStyle(element).direction === 'ltr'
      )
        return false;
      for (
        let around: Element | null = element;
        around && getComputedStyle(around).display.startsWith('inline');
        around = around.parentElement
      ) {
        if (getComputedStyle(around).unicodeBidi.startsWith('isolate')) return false;
      }
      return true;
    })
    .map((element) => `may be turned round: ${nameOf(element)}`);
}

/** What people read or hear of an element itself: its own words, and those of its attributes. */
function wordsOf(element: Element): string[] {
  const own = [...element.childNodes]
    .filter((node) => node instanceof Text)
    .map(({ data }) => data);
  return [
    ...own,
    ...['aria-label', 'title', 'placeholder', 'alt'].map(
      (name) => element.getAttribute(name) ?? '',
    ),
  ]
    .map((text) => text.trim())
    .filter(Boolean);
}

function stillEnglish(): string[] {
  const found = scopes()
    .flatMap((scope) => [...scope.querySelectorAll('title, body *, section, section *')])
    .filter(({ localName }) => localName !== 'code');
  return [...new Set(found.flatMap(wordsOf).filter(english))].map(
    (text) => `still in English: “${text}”`,
  );
}

/**
 * Browsers lay the page's ground behind words whose colors they force: words of that very color
 * can't be read on it.
 */
function unreadable(): string[] {
  if (!matchMedia('(forced-colors: active)').matches) return [];
  const probe = document.createElement('i');
  probe.style.color = 'Canvas';
  document.body.append(probe);
  const ground = getComputedStyle(probe).color;
  probe.remove();
  return every('body *')
    .filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element);
      return (
        element.textContent.trim() !== '' &&
        !isOnlyRead(element) &&
        color === ground &&
        forcedColorAdjust !== 'none'
      );
    })
    .map((element) => `its words have the color of their ground: ${nameOf(element)}`);
}

/** Every picture is taken with reduced motion: nothing may move. */
function moving(): string[] {
  return scopes()
    .flatMap((scope) => scope.getAnimations())
    .filter(
      (one) =>
        one.playState === 'running' &&
        Number(one.effect?.getComputedTiming().activeDuration ?? 0) > 0,
    )
    .map(
      (one) =>
        `moves: ${one instanceof CSSAnimation ? one.animationName : one instanceof CSSTransition ? one.transitionProperty : one.id}`,
    );
}

export async function faults(axe: AxeExtent): Promise<string[]> {
  const seen = [
    ...reachesOut(),
    ...outsidePanel(),
    ...clipped(),
    ...cutChoices(),
    ...smallTargets(),
    ...missingStrings(),
    ...foreignWords(),
    ...moving(),
    ...unreadable(),
    ...turnedRound(),
    ...untold(),
    ...stillEnglish(),
  ];
  const forced = isForced() ? forcedFaults() : [];
  return [...seen, ...forced, ...(axe === 'none' ? [] : await axeFaults(axe))];
}
