// The popup's first screen after a change: a wish for it that comes while it is being made is not lost.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** The facts that the screen shows. */
let change = 0;
/** The facts that it showed last. */
let kept = -1;
let isBeingMade = false;

beforeEach(() => {
  [change, kept, isBeingMade] = [0, -1, false];
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({ default: {} }));
  vi.doMock('../../../src/background/page/popup-snapshot.ts', () => ({
    keepSnapshot: async () => {
      expect(isBeingMade, 'made twice at once').toBe(false);
      isBeingMade = true;
      const seen = change;
      await Promise.resolve();
      kept = seen;
      isBeingMade = false;
    },
  }));
  vi.doMock('../../../src/background/base/store.ts', () => ({
    // A look for traces goes on: then the screen is made at each wish.
    read: async () => ({ look: 'going on' }),
    write: async () => undefined,
  }));
});
afterEach(() => {
  vi.doUnmock('webextension-polyfill');
  vi.doUnmock('../../../src/background/page/popup-snapshot.ts');
  vi.doUnmock('../../../src/background/base/store.ts');
});

it('is made again for a wish in whichever turn it comes', async () => {
  const { refreshSnapshot } = await import('../../../src/background/page/refresh-snapshot.ts');
  await refreshSnapshot();
  for (let turns = 0; turns < 80; turns += 1) {
    const first = refreshSnapshot();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    change += 1;
    await refreshSnapshot();
    await first;
    expect(kept, `a wish after ${String(turns)} turns`).toBe(change);
  }
});
