// Keeps the popup's first screen up to date. Making it takes the whole advisory, so that it is made only
// where something that it says may have changed.
import { timeZone, now } from '../../platform/clock.ts';
import { heldPermissions } from '../../platform/worker/access/permissions.ts';
import { ownVersion } from '../../platform/worker/runtime.ts';
import { browserLanguage } from '../../platform/worker/strings.ts';
import { currentRules } from '../advisory/current.ts';
import { organizationFeed } from '../advisory/sources.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';
import { openQuestions } from '../download/open.ts';
import { policy } from '../policy/managed.ts';

/** The organization's document that is in use. Few have one, and what reads it is loaded for those. */
async function overlayCopy(): Promise<unknown> {
  if ((await organizationFeed()) === null) return undefined;
  const { feedItems } = await import('../advisory/feed-items.ts');
  return (await read(feedItems.overlayFeed))?.copy;
}

/** Everything that the screen is made of, or what changes with it; null where it changes by itself. */
async function currentBasis(): Promise<string | null> {
  const [{ look }, sightings] = await Promise.all([
    read(state.traceConsent),
    read(state.traceSightings),
  ]);
  if (look !== null || sightings.length > 0) return null;
  const [{ advisory, origin }, { deliveredAt }, copy, ...stored] = await Promise.all([
    currentRules(),
    policy(),
    overlayCopy(),
    read(state.ownFeed),
    read(state.settings),
    read(state.troubles),
    read(state.traceConsent),
    heldPermissions(),
    openQuestions().then(({ length }) => length),
  ]);
  return JSON.stringify([
    ownVersion(),
    [advisory.version, advisory.issued, origin],
    deliveredAt,
    copy,
    ...stored,
    timeZone(),
    browserLanguage(),
  ]);
}

async function keep(): Promise<void> {
  const [glance, before, basis] = await Promise.all([
    read(state.glance),
    read(state.glanceBasis),
    currentBasis(),
  ]);
  if (glance && before === basis && now() < glance.freshUntil) return;
  await (await import('./popup-snapshot.ts')).keepSnapshot();
  await write(state.glanceBasis, basis ?? '');
}

let kept: Promise<void> | undefined;
let isAskedAgain = false;

/** Makes it anew where it may say something else. */
export function refreshSnapshot(): Promise<void> {
  isAskedAgain = true;
  kept ??= (async () => {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await keep();
      }
    } finally {
      // In the same turn as the last check, so that no request is lost in between.
      kept = undefined;
    }
  })();
  return kept;
}
