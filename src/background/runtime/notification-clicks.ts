// Opens the page that explains a notification when it or its button is clicked.
import { clearNotification } from '../../platform/worker/notifications.ts';
import {
  blockedNotification,
  questionNotification,
  tabOfNotification,
} from '../base/first-turn.ts';
import { openPopupTab } from '../base/popup-tab.ts';
import { showQuestions } from '../download/questions.ts';

export async function handleNotificationClick(id: string): Promise<void> {
  await clearNotification(id);
  const tabId = tabOfNotification(id);
  if (id === questionNotification) await showQuestions();
  // It may be about a private window, so it names no page.
  else if (id === blockedNotification) await openPopupTab(undefined, 'ban');
  else if (tabId !== undefined) await openPopupTab(tabId, 'page');
}
