// Documents name only files and commands that exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].filter((name) => !name.startsWith('CHANGELOG'));

const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('names tests that are there', () => {
    const paths = named(text, /`(?:test\/)?([a-z0-9-]+\/[\w./-]+\.(?:test|spec)\.tsx?)`/g);
    expect(paths.filter((path) => !existsSync(join(root, 'test', path)))).toEqual([]);
  });

  it('names commands that are there', () => {
    const commands = named(text, /`npm run (?:-s )?([\w:-]+)/g);
    expect(commands.filter((name) => !Object.hasOwn(project.scripts, name))).toEqual([]);
  });
});
