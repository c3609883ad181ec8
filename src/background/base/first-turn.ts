// Names for the worker's first turn, which loads no schema and none of the parts that set an alarm: ids
// of notifications, alarms, and keys of what a first verdict reads. A test holds the keys to what is read.
export const firstItems = {
  local: ['policy', 'ownFeed', 'overlay', 'settings', 'snoozes', 'snoozeWords'],
  session: ['unsaved', 'isSessionStarted', 'judgedPages', 'seenNotices', 'glancedPages'],
} as const;

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

export const feedAlarm = 'feed-check';
export const deliveryAlarm = 'report-delivery';
export const heartbeatAlarm = 'report-heartbeat';
export const showAlarm = 'show-questions';
export const traceAlarm = 'traces';
