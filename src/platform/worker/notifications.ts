import browser from 'webextension-polyfill';

/** Shows a system notification; the same id replaces an older one. The button does what a click on the notification does. */
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
  try {
    // Buttons are not in the library's types, which hold what all browsers have in common.
    await browser.notifications.create(
      id,
      Object.assign({ buttons: [{ title: button }] }, options),
    );
  } catch (cause) {
    // Firefox has no buttons there, and refuses a notification that asks for one.
    console.info('The notification is shown without a button.', cause);
    await browser.notifications.create(id, options);
  }
}

export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/** Also where its button was pressed. */
export function onNotificationClicked(listener: (id: string) => void): void {
  browser.notifications.onClicked.addListener(listener);
  if ('onButtonClicked' in browser.notifications)
    browser.notifications.onButtonClicked.addListener((id) => listener(id));
}
