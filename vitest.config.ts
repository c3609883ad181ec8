import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// A limit for what hangs: a computer that is busy with other work takes ten times as long.
const limits = { testTimeout: 180_000, hookTimeout: 180_000 };

/** Tests that need no browser. */
const withoutBrowser = (
  name: string,
  include: string | string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  plugins: [preact()],
  test: { ...limits, name, include: [include].flat(), maxWorkers: 2, ...more },
});

/** What one test imports, the next has at hand. */
const shared = { isolate: false };

/** Tests of the worker's parts, each with stand-ins of its own for the rest; the others play the whole worker, all with the same ones. */
const workerParts = ['test/worker/{feed,start,store}/**/*.test.ts', 'test/worker/platform.test.ts'];

/** Tests that drive a browser: one file after the other, since a browser and its driver fill a core, in one process that shares it. */
const inBrowsers = (
  name: string,
  include: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  test: { ...limits, name, include, fileParallelism: false, isolate: false, ...more },
});

export default defineConfig({
  test: {
    projects: [
      withoutBrowser('unit', 'test/unit/**/*.test.{ts,tsx}', shared),
      withoutBrowser('worker', 'test/worker/**/*.test.ts', { ...shared, exclude: workerParts }),
      withoutBrowser('worker-parts', workerParts),
      withoutBrowser('house', 'test/house/**/*.test.ts', shared),
      withoutBrowser('release', 'test/release/**/*.test.ts'),
      inBrowsers('gallery', ['test/gallery/**/*.test.ts'], {
        globalSetup: 'test/gallery/harness/set-up.ts',
      }),
      inBrowsers('e2e', ['test/e2e/journeys/**/*.spec.ts']),
      inBrowsers('e2e-full', ['test/e2e/**/*.spec.ts'], { exclude: ['test/e2e/journeys/**'] }),
      inBrowsers('bench', ['test/bench/**/*.test.ts']),
    ],
  },
});
