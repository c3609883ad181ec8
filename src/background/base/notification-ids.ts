// Notification ids. Each has its answer in runtime/notification-clicks.ts.

/** A downloaded file waits for an answer. */
export const questionNotification = 'questions';

/** Block mode stopped something, and our page could not be shown. */
export const blockedNotification = 'blocked';

const pageNotification = /^page-(\d+)$/;

/** The page in that tab; a newer notification of the same tab replaces it. */
export function pageNotificationId(tabId: number): string {
  return `page-${tabId}`;
}

/** The tab that a page's notification is about. */
export function tabOfNotification(id: string): number | undefined {
  const [, tabId] = pageNotification.exec(id) ?? [];
  return tabId === undefined ? undefined : Number(tabId);
}
