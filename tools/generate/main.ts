// `npm run generate`: writes every generated file anew, and says which ones changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from './files.ts';

let changed = 0;
for (const [path, text] of generatedFiles()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  changed += 1;
  console.log(`wrote ${path}`);
}
if (changed === 0) console.log('Every generated file was up to date.');
