// Builds the extension as a publisher would: pinned to a feed, with throw-away keys.
import { writeFileSync } from 'node:fs';
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import type { Root } from '../../../src/core/update/trust.ts';
import { makeKeys, makeRoot, signed, type Change, type Keys } from '../publisher.ts';
import type { Engine } from '../browsers/browser.ts';
import { outFile, ownBuild } from './own-build.ts';
import type { Feed } from '../servers/feed.ts';

export const feedHost = 'feed.advisory-demo.example';
const dayMs = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

export function demoRoot(keys: Keys, version = 1): Root {
  return makeRoot({
    version,
    root: keys.root,
    advisory: keys.advisory.slice(0, 1),
    feed: packaged.id,
    expires: later(300),
  });
}

/** The publisher of all tests of a process, so that one build for each engine serves them all. */
export const pinnedKeys = await makeKeys();
export const pinnedRoot = demoRoot(pinnedKeys);

const made = new Map<Engine, Promise<string>>();

function makePinned(engine: Engine): Promise<string> {
  const trustFile = outFile(`trust-${engine}.json`);
  const pin = { address: `https://${feedHost}/advisory/`, root: pinnedRoot };
  writeFileSync(trustFile, JSON.stringify(pin));
  return ownBuild(engine, 'pinned', { ADVISORY_TRUST_FILE: trustFile });
}

/** The folder of the build. */
export function pinnedBuild(engine: Engine): Promise<string> {
  const build = made.get(engine) ?? makePinned(engine);
  made.set(engine, build);
  return build;
}

export type RealAdvisory = typeof packaged;

/** The packaged advisory as its next version, issued an hour ago. */
export function nextAdvisory(
  version: number,
  change: (draft: RealAdvisory) => void = () => undefined,
): RealAdvisory {
  const draft = structuredClone(packaged);
  Object.assign(draft, { version, issued: later(-1 / 24), expires: later(90) });
  change(draft);
  return draft;
}

/** Publishes it on the feed, signed by the first advisory key unless another is given. */
export async function publish(
  feed: Feed,
  document: RealAdvisory | Change,
  keys: Keys,
  key = keys.advisory[0],
): Promise<void> {
  feed.put('/advisory/advisory.json', await signed(document, key ? [key] : []));
}
