// Entry, on pages of search engines: looks some times while results get their icons, and then no more.
import { ask } from '../../platform/content/worker-client.ts';
import { iconNames } from './verdict-icons.ts';
import { whenLoaded } from './when-loaded.ts';

/** Icons come a second or more after the results. */
const looksAfterMs = [0, 2_000, 4_000, 8_000, 16_000];

function look(): boolean {
  const names = iconNames();
  if (names.length < 2) return false;
  const { timeOrigin: openedAt } = performance;
  void ask('trace-seen', { seen: { kind: 'icons', names, openedAt, seenAt: Date.now() } });
  return true;
}

function lookAgain(turn: number): void {
  if (look() || turn >= looksAfterMs.length) return;
  setTimeout(() => lookAgain(turn + 1), looksAfterMs[turn]);
}

whenLoaded(() => lookAgain(1));
