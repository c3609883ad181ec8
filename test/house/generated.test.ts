import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedFiles } from '../../tools/generate/files.ts';

const root = join(import.meta.dirname, '..', '..');
const files = generatedFiles();
/** Generated from the machine's time zone database, by a command of its own. */
const ofTheMachine = ['src/data/generated/time-zone-names.json'];

it.each([...files])('%s is as the code makes it (else: npm run generate)', (path, text) => {
  const file = join(root, path);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(text);
});

it.each(['test/golden/policy', 'src/data/generated'])(
  '%s holds nothing that no code makes',
  (folder) => {
    const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    expect(found.filter((path) => !files.has(path) && !ofTheMachine.includes(path))).toEqual([]);
  },
);
