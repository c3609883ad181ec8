// A copy of a build whose worker notes when its first listener is registered.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const ManifestSchema = v.looseObject({
  background: v.looseObject({
    service_worker: v.optional(v.string()),
    scripts: v.optional(v.array(v.string())),
    type: v.optional(v.string()),
  }),
});

/**
 * Patched where all events of the extension API have it from: to touch each event would make the
 * engine bind its whole area, which only an extension with many areas would pay for.
 */
const note = `{
  const { onMessage } = (globalThis.browser ?? chrome).runtime;
  const events = Object.hasOwn(onMessage, 'addListener') ? onMessage : Object.getPrototypeOf(onMessage);
  const add = events.addListener;
  events.addListener = function (...args) {
    globalThis.firstListenerAt ??= performance.now();
    return add.apply(this, args);
  };
}
`;

/** Copies `build` to `folder`; answers with it. */
export function instrument(build: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(build, folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(manifestFile, 'utf8')));
  const { background } = manifest;
  writeFileSync(join(folder, 'note.js'), note);
  if (background.scripts) {
    background.scripts = ['note.js', ...background.scripts];
  } else if (background.service_worker !== undefined) {
    const worker = join(folder, background.service_worker);
    const code = readFileSync(worker, 'utf8');
    const first = background.type === 'module' ? `import './note.js';` : note;
    writeFileSync(worker, `${first}\n${code}`);
  }
  writeFileSync(manifestFile, JSON.stringify(manifest));
  return folder;
}
