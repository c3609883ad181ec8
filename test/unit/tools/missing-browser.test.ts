// A machine without a browser is told in one line what to install.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { executable } from '../../harness/browsers/executable.ts';

const empty = mkdtempSync(join(tmpdir(), 'advisory-empty-'));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rmSync(empty, { recursive: true }));

function failure(engine: 'chromium' | 'firefox', environment: Record<string, string>): string {
  for (const [name, value] of Object.entries({
    PATH: empty,
    CHROMIUM_PATH: '',
    FIREFOX_PATH: '',
    ...environment,
  }))
    vi.stubEnv(name, value);
  try {
    return executable(engine);
  } catch (cause) {
    return cause instanceof Error ? cause.message : '';
  }
}

it.each([
  ['chromium', 'No chromium found. Install it with: apt-get install chromium'],
  ['firefox', 'No firefox found. Install it with: apt-get install firefox-esr'],
] as const)('Without %s, it says what to install', (engine, line) => {
  expect(failure(engine, {})).toBe(line);
});

it('A path that leads to no program is named, in one line too', () => {
  expect(failure('chromium', { CHROMIUM_PATH: '/nowhere/chromium' })).toBe(
    'CHROMIUM_PATH is /nowhere/chromium, which is no program. Install it with: apt-get install chromium',
  );
});

it('A program that is there is taken', () => {
  expect(failure('chromium', { CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});
