// The notice of this document, at most one, and what a person does with it.
import type { NoticeView } from '../../messages.ts';
import { ask } from '../../platform/content/worker-client.ts';
import { page } from '../unshadowed.ts';
import { showInTopLayer, type ShownNotice } from './notice-host.ts';
import { drawNotice } from './notice.ts';

interface Shown extends ShownNotice {
  readonly view: NoticeView;
  readonly press: (button: Element) => void;
}

export let shown: Shown | null = null;

export function hideNotice(): void {
  shown?.remove();
  shown = null;
}

/** `announce` asks the worker again, after a snooze. */
export function showNotice(view: NoticeView, announce: () => void): void {
  if (shown && JSON.stringify(shown.view) === JSON.stringify(view)) return;
  hideNotice();
  const { card, fill, press } = drawNotice(view, {
    openTopic: (topic) => void ask('open-topic', { topic }),
    close: closeNotice,
    // If the snooze can't be stored, the notice stays.
    snooze: () => void ask('snooze-site', {}).then(announce),
  });
  shown = { view, press, ...showInTopLayer(card, () => void ask('notice-hidden', {})) };
  fill();
  // An image that is a document of its own may have no place for it.
  if (!(page.documentElement instanceof SVGElement) || card.getClientRects().length > 0) return;
  hideNotice();
  void ask('notice-undrawn', {});
}

function closeNotice(): void {
  hideNotice();
  void ask('notice-closed', {});
}

/**
 * Runs before every listener of the page and finds the button by its position, so that a page can't
 * make our buttons dead.
 */
export function takePress(event: Event): void {
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== 'Escape') return;
  const button = shown?.pressed(event);
  if (!button) return;
  event.stopImmediatePropagation();
  if (isKey) closeNotice();
  else shown?.press(button);
}
