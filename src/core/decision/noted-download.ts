// Downloads noted beside the questions: `settled` ones, which a restarted browser may announce once
// more, and `waiting` ones, which no question has room for yet.
import * as v from 'valibot';

export const NotedDownloadSchema = v.object({
  downloadId: v.number(),
  url: v.string(),
  /** Ids are given again where a killed browser could not save its list. */
  startedAt: v.string(),
  state: v.picklist(['settled', 'waiting']),
  /** `waiting`: the site whose questions must be answered first. */
  site: v.optional(v.string(), ''),
  /** `waiting`: it could not be paused, so it was canceled. */
  isStopped: v.optional(v.boolean()),
  /** `settled`: ms since 1970; after this the browser doesn't announce it any more. */
  until: v.optional(v.number()),
});
export type NotedDownload = v.InferOutput<typeof NotedDownloadSchema>;

const mostOfState = 200;
/** Enough to tell downloads apart: a page can choose addresses of any length. */
const addressLength = 512;

type Identity = Pick<NotedDownload, 'downloadId' | 'url' | 'startedAt'>;

export function identityOf(download: {
  readonly id: number;
  readonly url: string;
  readonly startedAt: string;
}): Identity {
  const { id: downloadId, url, startedAt } = download;
  return { downloadId, url: url.slice(0, addressLength), startedAt };
}

export function isSameDownload(one: Identity, other: Identity): boolean {
  return (
    one.downloadId === other.downloadId &&
    one.url === other.url &&
    one.startedAt === other.startedAt
  );
}

/**
 * With `added`, which replaces an earlier note of the same download. Old settled ones make way;
 * waiting ones don't, so a further one is not added.
 */
export function withNote(
  notes: readonly NotedDownload[],
  added: NotedDownload,
  now: number,
): readonly NotedDownload[] {
  const others = notes.filter(
    (one) => !isSameDownload(one, added) && (one.until === undefined || one.until > now),
  );
  const alike = others.filter(({ state }) => state === added.state);
  if (alike.length < mostOfState) return [...others, added];
  return added.state === 'waiting' ? notes : [...others.filter((one) => one !== alike[0]), added];
}
