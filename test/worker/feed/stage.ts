// A feed with its publisher, and a client that is pinned to it.
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Root } from '../../../src/core/update/trust.ts';
import {
  makeDocument,
  makeKeys,
  makeRoot,
  signed,
  type Change,
  type Keys,
} from '../../harness/publisher.ts';
import { startFeed } from '../../harness/servers/feed.ts';
import { setClock, startClient, type Client } from './client.ts';

export interface Stage {
  readonly feed: Awaited<ReturnType<typeof startFeed>>;
  readonly keys: Keys;
  readonly root: Root;
  readonly client: Client;
  /** Signs a document by the key that may, and serves it. */
  publish(version: number, change?: Change): Promise<void>;
  /** Serves this root as the next one. */
  rotate(next: Root, by: Parameters<typeof signed>[1]): Promise<void>;
}

/** Before each test: version 2 is published, the client has taken it over, and it is the second day. */
export function feedStage(
  roots: (keys: Keys) => Root = (keys) =>
    makeRoot({ version: 1, root: keys.root, advisory: keys.advisory.slice(0, 1) }),
): () => Stage {
  let server: Stage['feed'] | undefined;
  let keys: Keys | undefined;
  let stage: Stage | undefined;
  beforeAll(async () => {
    server = await startFeed();
    keys = await makeKeys();
  });
  beforeEach(async () => {
    if (!server || !keys) throw new Error('The feed has not started.');
    const [feed, own] = [server, keys];
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    setClock(1);
    feed.clear();
    const root = roots(own);
    const publish: Stage['publish'] = async (version, change) =>
      feed.put(
        '/advisory.json',
        await signed(makeDocument(version, change), own.advisory.slice(0, 1)),
      );
    await publish(2);
    const client = await startClient({ pin: { address: feed.address, root } });
    stage = {
      feed,
      keys: own,
      root,
      client,
      publish,
      rotate: async (next, by) =>
        feed.put(`/root/${String(next.version)}.json`, await signed(next, by, 'root')),
    };
    await client.check();
    if ((await client.version()) !== 2)
      throw new Error(
        `The feed does not work: ${JSON.stringify((await client.view()).updates.feed?.refusal)}`,
      );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  afterAll(() => server?.close());
  return () => {
    if (!stage) throw new Error('The stage is set inside tests only.');
    return stage;
  };
}
