// Checks the feeds and stores what passes in one write.
//
//   alarm | "check now" -> schedule a retry -> check -> one write -> announce -> alarm
import { own } from '../../core/report/events.ts';
import { diffAdvisories } from '../../core/advisory/changes/diff.ts';
import type { Baseline } from '../../core/update/accept.ts';
import { checkAdvisoryFeed, checkOverlayFeed, type Checked } from '../../core/update/check-feed.ts';
import { feedPattern } from '../../core/update/feed-address.ts';
import { afterCheck, begun, feedStateAt, scheduled } from '../../core/update/feed-state.ts';
import type { FeedState } from '../../core/update/stored/feed-state-schema.ts';
import type { Pin } from '../../core/update/pin.ts';
import { openAdvisory, openOverlay, storedDocument } from '../../core/update/stored-feed.ts';
import { clearAlarm, setAlarm } from '../../platform/worker/alarms.ts';
import { chance, now } from '../../platform/clock.ts';
import { fetchFeed } from '../../platform/worker/web/feed.ts';
import { cryptography } from '../../platform/crypto.ts';
import { hasAccess } from '../../platform/worker/access/host-access.ts';
import { invalidateAdvisory, currentAdvisory } from '../advisory/current.ts';
import { packagedAdvisory } from '../advisory/packaged.ts';
import { pinnedFeed } from '../advisory/pin.ts';
import { mayCheck, organizationFeed, type OrganizationFeed } from '../advisory/sources.ts';
import { feedAlarm } from '../base/first-turn.ts';
import { createMutex } from '../base/mutex.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { report } from '../report/report.ts';
import { state, type StoredItem } from '../base/storage-items.ts';
import { feedItems } from '../advisory/feed-items.ts';
import { read, update, write } from '../base/store.ts';

type FeedItem = StoredItem<FeedState | null>;

/** A check requested during another one runs after it. */
const inTurn = createMutex();

async function checkOurs(pin: Pin): Promise<Checked<unknown>> {
  const [stored, packaged] = [await read(state.advisory), await packagedAdvisory()];
  const opened = await openAdvisory(pin.root, packaged, stored, cryptography);
  const held: Baseline = { version: packaged.version, issued: packaged.issued, digest: null };
  const at = now();
  const { copy } = feedStateAt(pin.address, await read(feedItems.advisoryFeed));
  // Without access to the feed's host, a conditional request would need the server's permission
  // (CORS).
  const known = (await hasAccess(feedPattern(pin.address))) ? copy : null;
  const before = opened.accepted;
  const roots = [...opened.roots];
  const keepRoot = async (envelope: string): Promise<void> => {
    roots.push(envelope);
    await update(state.advisory, (now) => ({ accepted: now?.accepted ?? null, roots: [...roots] }));
  };
  const checked = await checkAdvisoryFeed(
    {
      address: pin.address,
      root: opened.root,
      packaged: held,
      stored: before && { ...before.content, ...before },
      copy: known,
    },
    { now: at, fetch: fetchFeed, cryptography, keepRoot },
  );
  const { accepted } = checked;
  if (accepted?.isNew) {
    const changes = diffAdvisories(before?.content ?? packaged, accepted.content);
    await write(state.advisory, { roots, accepted: storedDocument(accepted, changes, at) });
  }
  return checked;
}

async function checkOrganizations({ address, keys }: OrganizationFeed): Promise<Checked<unknown>> {
  const stored = await read(state.overlay);
  const opened = stored?.address === address ? await openOverlay(stored, keys, cryptography) : null;
  const held = opened?.ok ? { ...opened.value.content, ...opened.value } : null;
  const at = now();
  const checked = await checkOverlayFeed(
    { address, keys, stored: held },
    { now: at, fetch: fetchFeed, cryptography },
  );
  if (checked.accepted?.isNew)
    await write(state.overlay, { address, accepted: storedDocument(checked.accepted, [], at) });
  return checked;
}

/** Never throws: bad feed content and full disks both count as failed checks. */
async function checkOne(
  item: FeedItem,
  address: string,
  check: () => Promise<Checked<unknown>>,
): Promise<void> {
  await update(item, (known) => begun(feedStateAt(address, known), now(), chance));
  let checked: Checked<unknown>;
  try {
    checked = await check();
  } catch (cause) {
    console.error('An update could not be taken over.', cause);
    checked = { accepted: null, copy: null, refusal: { reason: 'not-stored' }, retryAfterMs: 0 };
  }
  // Drop the cached advisory before anyone is notified.
  invalidateAdvisory();
  let before: string | undefined;
  await update(item, (known) => {
    before = known?.refusal?.reason;
    return afterCheck(feedStateAt(address, known), checked, now(), chance);
  });
  await reportCheck(item === feedItems.advisoryFeed ? 'public' : 'organization', checked, before);
}

/**
 * Reports an update or a new refusal. Skips network failures, in which nothing was refused, and
 * repeats.
 */
async function reportCheck(
  feed: 'public' | 'organization',
  { accepted, copy, refusal }: Checked<unknown>,
  before: string | undefined,
): Promise<void> {
  const told = { [own.feed]: feed };
  if (accepted?.isNew && copy)
    await report('advisory.updated', {
      ...told,
      [own.advisoryVersion]: copy.version,
    });
  const { reason } = refusal ?? {};
  if (
    reason === undefined ||
    reason === before ||
    reason === 'unreachable' ||
    reason === 'timed-out'
  )
    return;
  const { advisory } = await currentAdvisory();
  await report('advisory.refused', {
    ...told,
    'error.type': reason,
    [own.advisoryVersion]: advisory.version,
  });
}

interface Source {
  readonly item: FeedItem;
  readonly address: string;
  readonly check: () => Promise<Checked<unknown>>;
  /** Its first check comes within minutes. */
  readonly isPrompt: boolean;
}

async function sources(): Promise<readonly Source[]> {
  if (!(await mayCheck())) return [];
  const [pin, organization] = [pinnedFeed(), await organizationFeed()];
  return [
    ...(pin
      ? [
          {
            item: feedItems.advisoryFeed,
            address: pin.address,
            check: () => checkOurs(pin),
            isPrompt: false,
          },
        ]
      : []),
    ...(organization
      ? [
          {
            item: feedItems.overlayFeed,
            address: organization.address,
            check: () => checkOrganizations(organization),
            isPrompt: true,
          },
        ]
      : []),
  ];
}

async function setNextAlarm(feeds: readonly Source[]): Promise<void> {
  const times = await Promise.all(
    feeds.map(async ({ item, address }) => feedStateAt(address, await read(item)).nextCheckAt),
  );
  const due = times.filter((at) => at !== null);
  if (due.length > 0) await setAlarm(feedAlarm, Math.min(...due));
  else await clearAlarm(feedAlarm);
}

/** At the start of a session, and when the feeds change. Schedules nothing without a feed. */
export async function scheduleChecks(): Promise<void> {
  const feeds = await sources();
  for (const { item, address, isPrompt } of feeds)
    await update(item, (known) => scheduled(feedStateAt(address, known), now(), chance, isPrompt));
  await setNextAlarm(feeds);
}

async function checkThose(isWanted: (known: FeedState) => boolean): Promise<void> {
  const feeds = await sources();
  for (const { item, address, check } of feeds) {
    if (!isWanted(feedStateAt(address, await read(item)))) continue;
    // Set the next alarm first, in case the browser ends during this check.
    await setAlarm(feedAlarm, now() + 20 * 60_000);
    await checkOne(item, address, check);
    await notifyContentScripts();
  }
  await setNextAlarm(feeds);
}

/** Called by the alarm, which may ring slightly early. */
export function checkDueFeeds(): Promise<void> {
  return inTurn(() =>
    checkThose(({ nextCheckAt }) => nextCheckAt === null || nextCheckAt <= now() + 60_000),
  );
}

/** Checks right now, whatever the schedule says. */
export function checkFeedsNow(): Promise<void> {
  return inTurn(() => checkThose(() => true));
}
