// The list of downloads as the browser keeps it, in memory.

export interface DownloadItem {
  readonly id: number;
  readonly url: string;
  readonly filename: string;
  readonly referrer?: string;
  readonly incognito?: boolean;
  /** The browser won't end it, and says why. */
  readonly refusal?: string;
  /** Facts that differ from those of a held download. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type ListedDownload = Pick<DownloadItem, 'id' | 'url' | 'refusal'> & Record<string, unknown>;

const isGoing = (item: ListedDownload) => item['state'] === 'in_progress';

/** What an extension can do with it. */
export function listOfDownloads(
  downloads: Map<number, ListedDownload>,
  resumed: number[],
  begun: string[],
) {
  return {
    search: async ({ id, url, paused }: { id?: number; url?: string; paused?: boolean }) =>
      [...downloads.values()].filter(
        (item) => item.id === id || item.url === url || (paused && item['paused'] && isGoing(item)),
      ),
    pause: async (id: number) => {
      const item = downloads.get(id);
      if (!item || !isGoing(item)) throw new Error('Download must be in progress');
      // As in Firefox, where the server has no mark of the file.
      const after = item['isCanceledByPause']
        ? { state: 'interrupted', error: 'USER_CANCELED' }
        : { paused: true };
      downloads.set(id, { ...item, ...after });
    },
    resume: async (id: number) => {
      resumed.push(id);
      const item = downloads.get(id);
      if (item) downloads.set(id, { ...item, paused: false });
    },
    cancel: async (id: number) => {
      const refusal = downloads.get(id)?.refusal;
      if (refusal) throw new Error(refusal);
      const item = downloads.get(id);
      if (item)
        downloads.set(id, { ...item, state: 'interrupted', paused: false, canResume: false });
    },
    erase: async ({ id }: { id: number }) => (downloads.delete(id), [id]),
    download: async ({ url }: { url: string }) => (begun.push(url), 0),
    removeFile: async (id: number) => {
      const item = downloads.get(id);
      if (item) downloads.set(id, { ...item, exists: false });
    },
  };
}
