import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { budgets, measure, overBudget } from '../../../tools/build/budgets.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'advisory-budgets-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** A finished build whose injected files, and what its worker loads after its entry, are so large. */
function built(first: number, second: number, work = 0, popup = ''): void {
  const files = {
    'manifest.json': JSON.stringify({
      content_scripts: [
        { js: ['content/first.js'], run_at: 'document_start' },
        { js: ['content/second.js'], run_at: 'document_end' },
      ],
    }),
    'content/first.js': 'x'.repeat(first),
    'content/second.js': 'x'.repeat(second),
    'worker/start.js': 'x'.repeat(10_000),
    'worker/work.js': 'x'.repeat(work),
    'src/pages/popup/index.html':
      '<!doctype html><script async type="module" src="/assets/popup.js"></script>',
    'assets/popup.js': popup,
    'assets/shared.js': '',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

describe('The budgets of scripts', () => {
  it('count what a page gets at its start, and all that it ever gets', () => {
    built(12_000, 4_000);
    expect(measure(root)).toMatchObject({ contentScript: 12_000, everInjected: 16_000 });
    expect(budgets).toMatchObject({ contentScript: 12_288, everInjected: 16_384 });
    expect(overBudget(root)).toEqual([]);
  });

  it('are passed by one byte too many at the start, and by one in all', () => {
    built(12_289, 0);
    expect(overBudget(root)).toEqual([expect.stringMatching(/^contentScript: 12\.0 KB of 12 KB/)]);
    built(12_288, 4_097);
    expect(overBudget(root)).toEqual([expect.stringMatching(/^everInjected: 16\.0 KB of 16 KB/)]);
  });

  it('count the worker’s listeners and what each start loads after them', () => {
    built(0, 0, budgets.worker - 10_000);
    expect(overBudget(root)).toEqual([]);
    built(0, 0, budgets.worker - 9_999);
    expect(overBudget(root)).toEqual([expect.stringMatching(/^worker: 90\.0 KB of 90 KB/)]);
  });

  it('let the popup’s first screen have one script', () => {
    built(0, 0);
    expect(overBudget(root)).toEqual([]);
    built(0, 0, 0, `import{a}from"./shared.js";`);
    expect(overBudget(root)).toEqual(['popupFirstScreen: 2 files instead of one']);
  });
});
