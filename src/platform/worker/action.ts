import browser from 'webextension-polyfill';

interface BadgeLook {
  readonly text: string;
  readonly color: string;
  readonly textColor: string;
  /** The badge's meaning in words. */
  readonly title: string;
}

/** Sets one tab's badge. The browser clears it on navigation. */
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

/** Sets the badge of every tab without its own. */
export async function setDefaultBadge(look: BadgeLook): Promise<void> {
  await browser.action.setBadgeText({ text: look.text });
  await browser.action.setTitle({ title: look.title });
  if (look.text === '') return;
  await browser.action.setBadgeBackgroundColor({ color: look.color });
  await browser.action.setBadgeTextColor({ color: look.textColor });
}
