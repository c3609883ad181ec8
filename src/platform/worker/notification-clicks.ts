import browser from 'webextension-polyfill';

/** Also called when its button is pressed. */
export function onNotificationClicked(listener: (id: string) => void): void {
  const { notifications } = browser as Partial<Pick<typeof browser, 'notifications'>>;
  notifications?.onClicked.addListener(listener);
  if ('onButtonClicked' in (notifications ?? {}))
    browser.notifications.onButtonClicked.addListener((id) => listener(id));
}
