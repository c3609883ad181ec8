// What a built package weighs on the disk, by part, and how much of it is there twice.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../build/budgets.ts';
import type { Row } from './row.ts';

/** Of both packages the larger part is data: the advisory and the messages. */
const mostKilobytes = 1400;

/** The first that fits names a file's part. */
const parts: readonly (readonly [part: string, fits: RegExp])[] = [
  ['advisory', /^worker\/(head|rest[^/]*|_packaged-advisory[^/]*)\.(js|json)$/],
  ['worker', /^worker\//],
  ['scripts in pages', /^src\/content\/|\.iife\.js$/],
  ['messages', /^_locales\//],
  ['pictures', /\.(png|svg|webp)$/],
  ['screens', /\.(js|css|html)$/],
  ['manifest and the rest', /./],
];

function rowsOf(target: 'chrome' | 'firefox'): Row[] {
  const root = `dist/${target}`;
  const files = filesOf(root);
  const sizes = new Map<string, number>(parts.map(([part]) => [part, 0]));
  const known = new Map<string, string>();
  const twice: string[] = [];
  let all = 0;
  let again = 0;
  for (const file of files) {
    const { size } = statSync(join(root, file));
    const [part = ''] = parts.find(([, fits]) => fits.test(file)) ?? [];
    all += size;
    sizes.set(part, (sizes.get(part) ?? 0) + size);
    const content = createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex');
    const first = known.get(content);
    if (first === undefined) known.set(content, file);
    else {
      again += size;
      twice.push(`${first} = ${file}`);
    }
  }
  for (const pair of twice) console.log(`${target}, twice: ${pair}`);
  const kilobytes = (name: string, bytes: number): Row => ({
    name: `package, ${target}: ${name}`,
    value: bytes / 1024,
    unit: 'KB',
  });
  return [
    { ...kilobytes('all of it', all), limit: { atMost: mostKilobytes } },
    ...[...sizes].map(([part, bytes]) => kilobytes(part, bytes)),
    { ...kilobytes('there twice', again), limit: { atMost: 0 } },
  ];
}

export function packageRows(): Row[] {
  return [...rowsOf('chrome'), ...rowsOf('firefox')];
}
