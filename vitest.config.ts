import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        // A limit for what hangs: a computer that is busy with other work takes ten times as long.
        test: {
          name: 'unit',
          include: ['test/{unit,worker,house,soak}/**/*.test.{ts,tsx}'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Both engines at once: pictures are compared with nothing, and time is not measured.
        test: {
          name: 'gallery',
          include: ['test/gallery/**/*.test.ts'],
          globalSetup: 'test/gallery/harness/set-up.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          // Browsers are heavy and measure time: one at a time. One retry, printed as such, for a machine that stalls; each is a bug report.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry: 1,
        },
      },
    ],
  },
});
