// The README's pictures, from the gallery's scenes: `npm run pictures` writes them anew. Dark twins
// go with them, for readers whose GitHub is dark.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGallery } from './harness/build.ts';
import { openCamera } from './harness/driver.ts';
import { screens } from './harness/screens.ts';
import { serveGallery } from './harness/server.ts';
import type { Theme } from './harness/variants.ts';

interface Picture {
  readonly name: string;
  readonly screen: string;
  readonly scene: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const pictures: readonly Picture[] = [
  { name: 'notice', screen: 'notice', scene: 'product-download', width: 900, height: 420 },
  { name: 'popup', screen: 'popup', scene: 'page-in-us', width: 400, height: 600 },
  { name: 'question', screen: 'question', scene: 'ready', width: 900, height: 800 },
  { name: 'block', screen: 'blocked', scene: 'page', width: 900, height: 760 },
];

const themes: readonly Theme[] = ['light', 'dark'];
const folder = 'docs/pictures';
/** A reader on a telephone loads all of them. */
const maxBytes = 60_000;

const built = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  await buildGallery(built);
  const server = await serveGallery(built);
  const camera = await openCamera('chromium', themes, server.origin);
  mkdirSync(folder, { recursive: true });
  try {
    for (const { name, screen: screenName, scene, ...size } of pictures) {
      const screen = screens.find((one) => one.name === screenName);
      if (!screen?.scenes[scene]) throw new Error(`There is no scene ${screenName}/${scene}.`);
      for (const theme of themes) {
        const look = { name: theme, theme, locale: 'en', axe: 'none', ...size } as const;
        await camera.play(screen, scene, look);
        await camera.show(screen, look);
        const path = join(folder, `${name}-${theme}.webp`);
        await camera.save(path);
        const { size: bytes } = statSync(path);
        if (bytes > maxBytes) throw new Error(`${path} has ${String(bytes)} bytes.`);
        console.log(`${path}: ${(bytes / 1000).toFixed(0)} KB`);
      }
    }
  } finally {
    await camera.close();
    await server.close();
  }
} finally {
  rmSync(built, { recursive: true, force: true });
}
