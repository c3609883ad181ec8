import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { advisoryCommand } from '../../harness/command-line.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisory-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return run(file);
}

const run = (...args: string[]) => advisoryCommand('check', ...args);

test('A good document passes and says what is in it', async () => {
  const { status, stdout } = await check('good.json', JSON.stringify(sampleAdvisory()));
  expect(status).toBe(0);
  expect(stdout).toContain('sample version 1');
});

test('A document that fails its schema is refused with path and reason', async () => {
  const { status, stderr } = await check(
    'bad.json',
    JSON.stringify({ ...sampleAdvisory(), issued: 'yesterday' }),
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/bad\.json: issued: must be an instant with an offset/);
});

test('A document that refers to no source is refused with path and reason', async () => {
  const sample = sampleAdvisory();
  for (const question of sample.questions) question.sources = ['rumour'];
  const { status, stderr } = await check('sourceless.json', JSON.stringify(sample));
  expect(status).toBe(1);
  expect(stderr).toContain(
    'questions.0.sources.0: refers to "rumour", which is not among the sources',
  );
});

test('Text that is not JSON, and a file that is not there, are told apart', async () => {
  expect((await check('torn.json', '{"format":')).stderr).toContain('is not JSON');
  expect(await run(join(folder, 'missing.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('cannot be read'),
  });
});
