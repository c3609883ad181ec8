// Comments are plain native English (CONTRIBUTING.md): short, active, in the field's own words.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const patterns: Readonly<Record<string, RegExp>> = {
  '"What ... is" for a noun': /^What [^,.;:]*\b(?:is|was|are|were|stands|stood|had|has)\b/,
  '"of which one"': /\bof which one\b/,
  '"who asks"': /\bwho(?:ever)? asks\b/,
  '"stands" for "is"': /\bstands? (?:there|here|now|in|beside)\b/,
  '"bears" for "has"': /\bbears?\b/,
  '"told" for "reported"': /\b(?:told (?:of|by)|was told)\b/,
  '"leave" for "permission"': /\b(?:gives?|given|gave|has|have|holds?) leave\b|\bleave for\b/,
  '"counts" for "is in force"': /\b(?:what|that|it) counts\b|\bcounts (?:at once|from now)\b/,
};

/** Comment lines of a file, each with its number: `//`, and the text of block comments. */
function commentLines(text: string): { readonly number: number; readonly line: string }[] {
  let isInBlock = false;
  return text.split('\n').flatMap((line, index) => {
    const start = /^\s*(?:\/\/|\{?\/\*)/.test(line);
    const isComment = isInBlock || start;
    if (start && /^\s*\{?\/\*/.test(line)) isInBlock = true;
    if (isInBlock && line.includes('*/')) isInBlock = false;
    return isComment ? [{ number: index + 1, line }] : [];
  });
}

function faultsOf(file: string, text: string): string[] {
  return commentLines(text).flatMap(({ number, line }) => {
    const words = line.replace(/^\s*(?:\/\/|\{?\/\*\*?|\*)?\s*/, '');
    const named = Object.entries(patterns).filter(([, pattern]) => pattern.test(words));
    return named.map(([name]) => `${file}:${String(number)} ${name}: ${words}`);
  });
}

const tracked = execFileSync('git', ['ls-files', 'src', 'tools', 'test'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(?:ts|tsx|js|css)$/.test(file) && existsSync(file))
  .filter((file) => file !== 'test/house/comments.test.ts');

describe('comments', () => {
  it('are plain English', () => {
    const faults = tracked.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')));
    expect(faults).toEqual([]);
  });

  it.each([
    ['// What a rule is about.', 1],
    ['// What to do about a rule.', 0],
    ['/** The tab, for who asks. */', 1],
    ['/**\n * Fine here.\n * An id that bears its place.\n */', 1],
    ['{/* It counts at once. */}', 1],
    ['// Runs the rule; counts the events.', 0],
    ["const text = 'It bears.';", 0],
  ])('a breach is found: %s', (text, count) => {
    expect(faultsOf('file.ts', text)).toHaveLength(count);
  });
});
