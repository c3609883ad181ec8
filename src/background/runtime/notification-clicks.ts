// A notification, or its button, was pressed: it leads to the page of ours that says more.
import { clearNotification } from '../../platform/worker/notifications.ts';
import { questionNotification, showQuestions } from '../download/questions.ts';
import { openPopupTab } from '../base/popup-tab.ts';

const pageNotification = /^page-(\d+)$/;

/** Of the page in that tab; a newer one replaces it. */
export function pageNotificationId(tabId: number): string {
  return `page-${tabId}`;
}

export async function notificationClicked(id: string): Promise<void> {
  await clearNotification(id);
  const [, tabId] = pageNotification.exec(id) ?? [];
  if (id === questionNotification) await showQuestions();
  else if (tabId !== undefined) await openPopupTab(Number(tabId), 'page');
}
