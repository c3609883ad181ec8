import browser from 'webextension-polyfill';

/**
 * Shows a system notification, replacing one with the same id. Its button acts like a click on it.
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
  try {
    // Buttons are missing from the polyfill's types, which cover only what all browsers share.
    await browser.notifications.create(
      id,
      Object.assign({ buttons: [{ title: button }] }, options),
    );
  } catch (cause) {
    // Firefox refuses notifications with buttons.
    console.info('The notification is shown without a button.', cause);
    await browser.notifications.create(id, options);
  }
}

export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/** Also called when its button is pressed. */
export function onNotificationClicked(listener: (id: string) => void): void {
  browser.notifications.onClicked.addListener(listener);
  if ('onButtonClicked' in browser.notifications)
    browser.notifications.onButtonClicked.addListener((id) => listener(id));
}
