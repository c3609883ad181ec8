// Every state of our pages, drawn from samples: the true page and styles, a stand-in for the worker, a real Chromium.
// Never shipped.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { executable } from '../e2e/browsers/executable.ts';

const root = resolve(import.meta.dirname, '../..');
const origin = 'http://gallery.test';

export interface GalleryPage {
  /** The page as it is shipped, such as `src/popup/index.html`. */
  readonly page: string;
  /** What takes the place of its `main.tsx`: renders it with a sample named by the address. */
  readonly main: string;
}

export interface State {
  /** Query and hash, such as `?sample=vendor#ban`. */
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  /** Where the browser speaks another language. */
  readonly locale?: string;
}

export interface Gallery {
  /** A fresh page in that state; what it can't load, and what it throws, fails `close`. */
  open(state: State): Promise<Page>;
  close(): Promise<void>;
}

async function bundle({ page, main }: GalleryPage, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      preact(),
      {
        name: 'gallery-main',
        transformIndexHtml: { order: 'pre', handler: (html) => html.replace('./main.tsx', `/${main}`) },
      },
    ],
    build: { outDir, target: 'chrome137', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { input: join(root, page) } },
  });
}

function policy(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
  return /extension_pages":"([^"]+)"/.exec(JSON.stringify(manifest))?.[1] ?? '';
}

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png' };

export async function openGallery(shown: GalleryPage): Promise<Gallery> {
  const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
  await bundle(shown, folder);
  const browser: Browser = await chromium.launch({ executablePath: executable('chromium'), args: ['--no-sandbox'] });
  const faults: string[] = [];
  const contentSecurityPolicy = policy();

  return {
    async open({ address, width = 400, height = 600, dark = false, forcedColors = false, locale = 'en-US' }) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forcedColors ? 'active' : 'none',
        reducedMotion: 'reduce',
        locale,
        timezoneId: 'America/New_York',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && faults.push(`${address}: ${message.text()}`));
      // The extension's own rules for its pages hold here too.
      await context.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const path = join(pathname.startsWith('/icons/') ? root : folder, pathname);
        if (!existsSync(path)) return route.fulfill({ status: 404 });
        const contentType = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
        return route.fulfill({ body: readFileSync(path), contentType, headers: { 'content-security-policy': contentSecurityPolicy } });
      });
      await page.goto(`${origin}/${shown.page}${address}`);
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** Faults in accessibility that axe finds, each with the place; an empty list where there are none. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  // Evaluated by the browser's debugger, which a page's policy doesn't bind.
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target.join(' ') + ' - ' + node.failureSummary)))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no list'];
}

/** Whether something reaches out of the window sideways. */
export async function overflows(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) === true;
}

/** Keeps a picture of the whole page under `out/gallery/`, for people to look at. */
export async function keepPicture(page: Page, name: string, fullPage = true): Promise<void> {
  const path = join(root, 'out/gallery', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}
