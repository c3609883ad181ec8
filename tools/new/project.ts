// Files of the repository, as `npm run new` changes them. Nothing is written before `save`, so that a
// refusal leaves no half of it.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Words {
  readonly message: string;
  readonly description: string;
}

export interface Project {
  /** Writes everything; returns the paths from the root, in order. */
  save(): readonly string[];
  readonly locales: readonly string[];
  has(path: string): boolean;
  read(path: string): string;
  /** Fails if the file exists. */
  create(path: string, text: string): void;
  /** Inserts before the only place where `anchor` occurs. */
  insertBefore(path: string, anchor: string, text: string): void;
  /**
   * Adds interface strings to every language. The other languages get the English words, which the
   * house tests then name as not translated.
   */
  addMessages(words: Readonly<Record<string, Words>>): void;
}

export function openProject(root: string): Project {
  const changed = new Map<string, string>();
  const read = (path: string) => changed.get(path) ?? readFileSync(join(root, path), 'utf8');
  const has = (path: string) => changed.has(path) || existsSync(join(root, path));
  const locales = readdirSync(join(root, '_locales')).sort();

  return {
    locales,
    has,
    read,
    create(path, text) {
      if (has(path)) throw new Error(`${path} exists already.`);
      changed.set(path, text);
    },
    insertBefore(path, anchor, text) {
      const before = read(path);
      const place = before.indexOf(anchor);
      if (place < 0 || before.includes(anchor, place + 1))
        throw new Error(`${path} must have exactly one ${JSON.stringify(anchor)}.`);
      changed.set(path, before.slice(0, place) + text + before.slice(place));
    },
    addMessages(words) {
      for (const locale of locales) {
        const path = `_locales/${locale}/messages.json`;
        const messages = JSON.parse(read(path)) as Record<string, Partial<Words>>;
        const entries = Object.entries(messages);
        for (const [key, { message, description }] of Object.entries(words)) {
          if (key in messages) throw new Error(`${path} has ${key} already.`);
          const later = entries.findIndex(([other]) => other > key);
          const entry = locale === 'en' ? { message, description } : { message };
          entries.splice(later < 0 ? entries.length : later, 0, [key, entry]);
        }
        changed.set(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
      }
    },
    save() {
      for (const [path, text] of changed) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      return [...changed.keys()];
    },
  };
}

/** `trace-seen` as `traceSeen`. */
export const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `trace-seen` as `TraceSeen`. */
export const pascalCase = (name: string): string =>
  camelCase(name).replace(/^\w/, (letter) => letter.toUpperCase());
