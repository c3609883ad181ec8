// Opens the page that explains a notification when it or its button is clicked.
import { clearNotification } from '../../platform/worker/notifications.ts';
import { questionNotification, tabOfNotification } from '../base/notification-ids.ts';
import { openPopupTab } from '../base/popup-tab.ts';
import { showQuestions } from '../download/questions.ts';

export async function handleNotificationClick(id: string): Promise<void> {
  await clearNotification(id);
  const tabId = tabOfNotification(id);
  if (id === questionNotification) await showQuestions();
  else if (tabId !== undefined) await openPopupTab(tabId, 'page');
}
