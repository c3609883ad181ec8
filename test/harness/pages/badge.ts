// The toolbar icon of one tab.
import type { Browser, PageHandle } from '../browsers/browser.ts';

export interface Badge {
  readonly text: string;
  readonly title: string;
  /** `#rrggbb` */
  readonly color: string;
}

export async function badgeOf(browser: Browser, page: PageHandle): Promise<Badge> {
  const details = { tabId: page.tabId };
  const [red = 0, green = 0, blue = 0] = await browser.api<number[]>(
    'action.getBadgeBackgroundColor',
    details,
  );
  return {
    text: await browser.api<string>('action.getBadgeText', details),
    title: await browser.api<string>('action.getTitle', details),
    color: `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
  };
}
