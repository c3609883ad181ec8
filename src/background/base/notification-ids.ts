// Notification ids. runtime/notification-clicks.ts handles clicks on each.

/** A downloaded file is waiting for an answer. */
export const questionNotification = 'questions';

/** Block mode stopped something, and our page couldn't be shown. */
export const blockedNotification = 'blocked';

const pageNotification = /^page-(\d+)$/;

/** For the page in that tab; replaces the tab's older notification. */
export function pageNotificationId(tabId: number): string {
  return `page-${tabId}`;
}

/** The tab of a page's notification; undefined for any other notification. */
export function tabOfNotification(id: string): number | undefined {
  const [, tabId] = pageNotification.exec(id) ?? [];
  return tabId === undefined ? undefined : Number(tabId);
}
