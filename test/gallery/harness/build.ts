// The shipped pages and styles with the gallery's scripts, as a folder. Never shipped itself.
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { screens } from './screens.ts';
import { galleryTexts } from './texts.ts';

export const root = resolve(import.meta.dirname, '../../..');

export async function buildGallery(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      preact(),
      galleryTexts(),
      {
        name: 'gallery-main',
        transformIndexHtml: {
          order: 'pre',
          handler: (html, { filename }) => {
            const screen = screens.find(({ page }) => filename === join(root, page));
            return screen ? html.replace(/\.\/main\.tsx?(?=")/, `/${screen.main}`) : html;
          },
        },
      },
    ],
    build: {
      outDir,
      target: ['chrome137', 'firefox140'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: screens.map(({ page }) => join(root, page)) },
    },
  });
}
