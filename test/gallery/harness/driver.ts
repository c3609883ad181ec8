// A browser that shows scenes in a look: one page for all of them.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { Engine } from '../../harness/browsers/browser.ts';
import { executable } from '../../harness/browsers/executable.ts';
import { root } from './build.ts';
import type { Look } from './variants.ts';
import type { Screen } from './screens.ts';

export interface Camera {
  /** Plays a scene to its end; rejects where it can't be played, or threw. */
  readonly show: (screen: Screen, scene: string, look: Look) => Promise<void>;
  /** What is wrong with what is shown, in words. */
  readonly faults: (look: Look) => Promise<string[]>;
  /** Keeps a picture of the whole page under `out/gallery/`. */
  readonly keep: (screen: Screen, scene: string, look: Look) => Promise<void>;
  readonly close: () => Promise<void>;
}

const sceneLimitMs = 20_000;

/** Firefox takes these from its preferences alone. */
const firefoxThemes: Readonly<Record<Look['theme'], Record<string, unknown>>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': {
    'browser.display.document_color_use': 2,
    'layout.css.prefers-color-scheme.content-override': 1,
  },
};

function open(engine: Engine, theme: Look['theme']): Promise<Browser> {
  const environment = { ...process.env, TZ: 'America/New_York', MOZ_CRASHREPORTER_DISABLE: '1' };
  const common = {
    executablePath: executable(engine),
    headless: true,
    defaultViewport: null,
    env: environment,
  };
  if (engine === 'chromium')
    return launch({ ...common, args: ['--no-sandbox', '--lang=en-US', '--hide-scrollbars'] });
  return launch({
    ...common,
    browser: 'firefox',
    extraPrefsFirefox: {
      'ui.prefersReducedMotion': 1,
      'ui.useOverlayScrollbars': 1,
      'widget.gtk.overlay-scrollbars.enabled': true,
      'intl.locale.requested': 'en-US',
      ...firefoxThemes[theme],
    },
  });
}

async function wear(page: Page, theme: Look['theme']): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: theme === 'forced-colors' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

/** WCAG 1.4.12, as a person's own style sheet. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

async function withinLimit<Result>(what: string, attempt: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `${what} did not come to its end within ${String(sceneLimitMs / 1000)} seconds.`,
          ),
        ),
      sceneLimitMs,
    );
  });
  try {
    return await Promise.race([attempt, limit]);
  } finally {
    clearTimeout(timer);
  }
}

export async function openCamera(
  engine: Engine,
  theme: Look['theme'],
  origin: string,
): Promise<Camera> {
  const browser = await open(engine, theme);
  const page = await browser.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) =>
    thrown.push(error instanceof Error ? error.message : String(error)),
  );
  page.on('console', (message) => message.type() === 'error' && thrown.push(message.text()));
  if (engine === 'chromium') await wear(page, theme);

  return {
    async show(screen, scene, look) {
      thrown.length = 0;
      await page.setViewport({
        width: look.width ?? screen.width,
        height: look.height ?? screen.height,
      });
      await page.goto(
        `${origin}/${screen.page}?scene=${scene}&tongue=${look.tongue}${screen.scenes[scene]?.hash ?? ''}`,
        { waitUntil: 'load' },
      );
      if (look.isSpaced)
        await page.evaluate(
          `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(spacing)}); document.adoptedStyleSheets = [sheet]; }`,
        );
      await withinLimit(`The scene ${screen.name}/${scene}`, page.evaluate('gallery.ready'));
      if (look.isSpaced)
        await page.evaluate(
          `for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(spacing)}); shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet]; }`,
        );
    },
    async faults(look) {
      const found: unknown = await page.evaluate(`gallery.faults(${String(look.isJudgedByAxe)})`);
      return [
        ...thrown,
        ...(Array.isArray(found) ? found.map(String) : ['The page told no faults.']),
      ];
    },
    async keep(screen, scene, look) {
      const path = join(root, 'out/gallery', engine, screen.name, look.name, `${scene}.png`);
      mkdirSync(dirname(path), { recursive: true });
      // A page no higher than its window is not photographed beyond it: Chromium would shift one that is written from right to left.
      const isHigher =
        (await page.evaluate('document.documentElement.scrollHeight > innerHeight')) === true;
      await page.screenshot({
        path: path as `${string}.png`,
        fullPage: isHigher,
        captureBeyondViewport: isHigher,
      });
    },
    close: () => browser.close(),
  };
}
