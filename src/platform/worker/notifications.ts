import browser from 'webextension-polyfill';

/** Fallback if our icon can't be loaded: Chromium requires one. */
const noIcon = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * Shows a system notification; the same id replaces an older one. The button does what a click on the notification does. Rejects where
 * the browser shows none.
 */
export async function notify(
  id: string,
  title: string,
  message: string,
  button: string,
): Promise<void> {
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title,
    message,
  };
  // Buttons are not in the library's types, which hold what all browsers have in common. Firefox refuses a notification that asks for one.
  const ways = [
    Object.assign({ buttons: [{ title: button }] }, options),
    options,
    { ...options, iconUrl: noIcon },
  ];
  for (const [index, way] of ways.entries()) {
    try {
      await browser.notifications.create(id, way);
      return;
    } catch (cause) {
      console.info('The notification was refused.', cause);
      if (index === ways.length - 1) throw cause;
    }
  }
}

/** False if they are turned off, as far as the browser tells. */
export async function areNotificationsAllowed(): Promise<boolean> {
  const { notifications } = browser as unknown as {
    notifications?: { getPermissionLevel?: () => Promise<string> };
  };
  if (!notifications) return false;
  return (await notifications.getPermissionLevel?.()) !== 'denied';
}

export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
}
