import browser from 'webextension-polyfill';

export interface BadgeLook {
  readonly text: string;
  readonly color: string;
  readonly textColor: string;
  /** Says in words what the badge says by sign and color. */
  readonly title: string;
}

/** One tab's badge. The browser itself clears it when the tab goes to another page. */
export async function setTabBadge(tabId: number, look: BadgeLook): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: look.text }),
    browser.action.setTitle({ tabId, title: look.title }),
    ...(look.text === ''
      ? []
      : [
          browser.action.setBadgeBackgroundColor({ tabId, color: look.color }),
          browser.action.setBadgeTextColor({ tabId, color: look.textColor }),
        ]),
  ]);
}

/** The badge of every tab that has none of its own. */
export async function setDefaultBadge(look: BadgeLook): Promise<void> {
  await browser.action.setBadgeText({ text: look.text });
  await browser.action.setTitle({ title: look.title });
  if (look.text === '') return;
  await browser.action.setBadgeBackgroundColor({ color: look.color });
  await browser.action.setBadgeTextColor({ color: look.textColor });
}
