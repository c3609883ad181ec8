// `TODO [YYYY-MM-DD]`: a workaround for a browser is looked at again by that day.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const today = new Date().toISOString().slice(0, 10);

/** Notes in a text that have no day, or whose day has passed; `day` is `YYYY-MM-DD`. */
function overdue(file: string, text: string, day: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const note = /(?:\/\/|\*)\s*(?:TODO|FIXME)\b(?: \[(\d{4}-\d{2}-\d{2})\] \S)?/.exec(line);
    if (!note) return [];
    const [, due] = note;
    if (due !== undefined && due >= day) return [];
    return [
      `${file}:${String(index + 1)} ${due === undefined ? 'no day' : 'overdue'}: ${line.trim()}`,
    ];
  });
}

describe('a TODO', () => {
  it('has a day that is still ahead', () => {
    const files = execFileSync('git', ['ls-files', 'src', 'tools', 'test'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.(?:ts|tsx|js|css)$/.test(file) && existsSync(file))
      .filter((file) => file !== 'test/house/expiry.test.ts');
    const notes = files.flatMap((file) => overdue(file, readFileSync(file, 'utf8'), today));
    expect(notes).toEqual([]);
  });

  it.each([
    ['// TODO [2027-06-01] Drop the polling.', 0],
    ['// TODO [2026-12-31] Drop the polling.', 1],
    ['// TODO drop the polling', 1],
    [' * FIXME some day', 1],
    ['// Not a note to do.', 0],
  ])('%s', (line, count) => {
    expect(overdue('file.ts', line, '2027-01-01')).toHaveLength(count);
  });
});
