import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { advisoryCommand } from '../../harness/command-line.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisory-stale-'));
const file = join(folder, 'sample.json');
writeFileSync(file, JSON.stringify(sampleAdvisory()));
afterAll(() => rmSync(folder, { recursive: true }));

const stale = (...args: string[]) => advisoryCommand('stale', ...args);

test('Facts whose newest reading is older are listed with its day and the address to open', async () => {
  const { status, stdout } = await stale('--days', '1', file);
  expect(status).toBe(0);
  expect(stdout).toContain('ban.headline: 2026-01-09 https://authority.example/order\n');
  expect(stdout).toMatch(/facts older than 1 days: [1-9]/);
});

test('Facts that were looked at since are not listed', async () => {
  const { stdout } = await stale('--days', '99999', file);
  expect(stdout).toBe('facts older than 99999 days: 0\n');
});

test.each([
  ['--days', 'soon'],
  ['--weeks', '1'],
  ['one.json', 'two.json'],
])('%s %s is wrong use', async (...args) => {
  expect(await stale(...args)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Usage:'),
  });
});
