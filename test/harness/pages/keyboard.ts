// Keyboard-only use. At each stop the focus must be visible, large enough and uncovered.
import type { FocusReading, PageHandle } from '../browsers/browser.ts';
import { readFocus } from '../browsers/focus-reading.ts';
import { noticeIn } from './notice.ts';

const stopScript = `() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const read = ${readFocus};
  return read(element);
}`;

/** The focused control; null if no control of the page has the focus. */
export function stopOf(page: PageHandle): Promise<FocusReading | null> {
  return page.evaluate<FocusReading | null>(stopScript);
}

function judged(stop: FocusReading | null): FocusReading | null {
  if (stop && stop.faults.length > 0) throw new Error(`“${stop.name}”: ${stop.faults.join('; ')}`);
  return stop;
}

const mostStops = 250;

/** Presses Tab until the control with that name has the focus. */
export async function tabTo(
  page: PageHandle,
  name: RegExp,
  key: 'Tab' | 'Backtab' = 'Tab',
): Promise<FocusReading> {
  const passed: string[] = [];
  for (let count = 0; count < mostStops; count += 1) {
    await page.press(key);
    const stop = judged(await stopOf(page));
    if (stop && name.test(stop.name)) return stop;
    passed.push(stop?.name ?? '-');
  }
  throw new Error(
    `No way to ${String(name)} by keyboard; passed ${[...new Set(passed)].join(' | ')}`,
  );
}

/** The same within a page's notice. */
export async function tabInNotice(
  page: PageHandle,
  name: RegExp,
  key: 'Tab' | 'Backtab' = 'Tab',
): Promise<void> {
  for (let count = 0; count < mostStops; count += 1) {
    await page.press(key);
    const stop = (await noticeIn(page))?.focused ?? null;
    if (judged(stop) && name.test(stop?.name ?? '')) return;
  }
  throw new Error(`No way to ${String(name)} in the notice by keyboard.`);
}

/** Tabs through the page once and returns every stop; fails on a keyboard trap. */
export async function walk(page: PageHandle): Promise<string[]> {
  // From the top, also where the page led the focus to a place in it.
  await page.evaluate(
    '() => { getSelection()?.removeAllRanges(); document.body.tabIndex = -1; document.body.focus(); }',
  );
  const names: string[] = [];
  const mark = `() => { const at = document.activeElement; const was = at.dataset.passed; if (at !== document.body) at.dataset.passed = 'yes'; return was === 'yes'; }`;
  for (let count = 0; count < mostStops; count += 1) {
    await page.press('Tab');
    const stop = judged(await stopOf(page));
    const isRound = await page.evaluate<boolean>(mark);
    if (!stop || isRound) {
      const missed = await page.evaluate<string[]>(
        `() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
          .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && one.type !== 'radio' && one.dataset.passed !== 'yes' && !one.closest('[hidden]'))
          .map((one) => one.localName + ' ' + (one.textContent || one.id).slice(0, 40))`,
      );
      if (missed.length > 0)
        throw new Error(
          `Out of reach, or behind a trap after “${names.at(-1) ?? ''}”: ${missed.join(' | ')}`,
        );
      return names;
    }
    names.push(stop.name);
  }
  throw new Error(`There is no end to it; last were ${names.slice(-5).join(' | ')}`);
}
