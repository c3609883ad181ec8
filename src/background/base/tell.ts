import { notify } from '../../platform/worker/notifications.ts';
import { state } from './storage-items.ts';
import { read, write } from './store.ts';

/** Shows a notification. If the browser rejects it, the popup and the settings say so. */
export async function tell(...notification: Parameters<typeof notify>): Promise<void> {
  const isShown = await notify(...notification).then(
    () => true,
    (cause: unknown) => {
      console.warn('The browser shows no notification.', cause);
      return false;
    },
  );
  if ((await read(state.isNotified)) !== isShown) await write(state.isNotified, isShown);
}
