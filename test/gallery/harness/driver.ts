// A browser that plays scenes and shows each in looks: one page for all of them.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import type { Engine } from '../../harness/browsers/browser.ts';
import { executable } from '../../harness/browsers/executable.ts';
import { root } from './build.ts';
import type { Look, Theme } from './variants.ts';
import type { Screen } from './screens.ts';

export interface Camera {
  /** Plays a scene to its end in the language of this look; rejects where it can't be played. */
  readonly play: (screen: Screen, scene: string, look: Look) => Promise<void>;
  /** Shows in a look what was played. */
  readonly show: (screen: Screen, look: Look) => Promise<void>;
  /** Faults of what is shown, and errors since the last question, in words. */
  readonly faults: (look: Look) => Promise<string[]>;
  /** Keeps a picture of the whole page under `out/gallery/`. */
  readonly keep: (screen: Screen, scene: string, look: Look) => Promise<void>;
  /** Keeps what the window shows as a small picture, WebP by its name's ending. */
  readonly save: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The page's script is asynchronous: it may not have begun when the page is loaded. */
export const whenPlayed = `(async () => {
  while (!globalThis.gallery) await new Promise((next) => setTimeout(next, 10));
  await gallery.ready;
})()`;

const sceneLimitMs = 20_000;

/** Firefox takes these from its preferences alone. */
const firefoxThemes: Readonly<Record<Theme, Record<string, unknown>>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': {
    'browser.display.document_color_use': 2,
    'layout.css.prefers-color-scheme.content-override': 1,
  },
};

function open(engine: Engine, theme: Theme): Promise<Browser> {
  const environment = { ...process.env, TZ: 'America/New_York', MOZ_CRASHREPORTER_DISABLE: '1' };
  const common = {
    executablePath: executable(engine),
    headless: true,
    defaultViewport: null,
    env: environment,
  };
  if (engine === 'chromium')
    return launch({
      ...common,
      args: ['--no-sandbox', '--disable-gpu', '--lang=en-US', '--hide-scrollbars'],
    });
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

const mediaOf = (theme: Theme) => [
  { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
  { name: 'forced-colors', value: theme === 'forced-colors' ? 'active' : 'none' },
  { name: 'prefers-reduced-motion', value: 'reduce' },
];

/** WCAG 1.4.12, as a person's own style sheet. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** Sets the spacing in the document and in each shadow tree, or takes it back. */
const setSpacing = (isSpaced: boolean) => `{
  globalThis.spacing ??= new CSSStyleSheet();
  spacing.replaceSync(${JSON.stringify(isSpaced ? spacing : '')});
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const tree of [document, ...shadows]) {
    if (!tree.adoptedStyleSheets.includes(spacing)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, spacing];
  }
}`;

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
  themes: readonly Theme[],
  origin: string,
): Promise<Camera> {
  const [theme = 'light'] = themes;
  const browser = await open(engine, theme);
  const page = await browser.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) =>
    thrown.push(error instanceof Error ? error.message : String(error)),
  );
  page.on('console', (message) => message.type() === 'error' && thrown.push(message.text()));
  const session = engine === 'chromium' ? await page.createCDPSession() : null;
  const shown = { width: 0, height: 0, theme: '', isSpaced: false };
  let played = 0;

  /** Sets what differs from what is shown. */
  async function dress(screen: Screen, look: Look): Promise<void> {
    const { width = screen.width, height = screen.height } = look;
    if (shown.width !== width || shown.height !== height) await page.setViewport({ width, height });
    if (session && shown.theme !== look.theme)
      await session.send('Emulation.setEmulatedMedia', { features: mediaOf(look.theme) });
    Object.assign(shown, { width, height, theme: look.theme });
  }

  return {
    async play(screen, scene, look) {
      thrown.length = 0;
      await dress(screen, look);
      // A number makes it another address: one that differs in its hash alone would not be loaded.
      played += 1;
      const query = `scene=${scene}&locale=${look.locale}&played=${String(played)}`;
      const hash = screen.scenes[scene]?.hash ?? '';
      await page.goto(`${origin}/${screen.page}?${query}${hash}`, { waitUntil: 'load' });
      shown.isSpaced = false;
      await withinLimit(`The scene ${screen.name}/${scene}`, page.evaluate(whenPlayed));
    },
    async show(screen, look) {
      await dress(screen, look);
      const isSpaced = look.isSpaced ?? false;
      if (shown.isSpaced !== isSpaced) await page.evaluate(setSpacing(isSpaced));
      shown.isSpaced = isSpaced;
      await page.evaluate('gallery.painted()');
    },
    async faults({ axe }) {
      const found: unknown = await page.evaluate(`gallery.faults('${axe}')`);
      return [
        ...thrown.splice(0),
        ...(Array.isArray(found) ? found.map(String) : ['The page told no faults.']),
      ];
    },
    async keep(screen, scene, look) {
      const path = join(root, 'out/gallery', engine, screen.name, look.name, `${scene}.png`);
      mkdirSync(dirname(path), { recursive: true });
      // A page no higher than its window is not photographed beyond it: Chromium would shift one
      // that is written from right to left.
      const isHigher =
        (await page.evaluate('document.documentElement.scrollHeight > innerHeight')) === true;
      await page.screenshot({
        path: path as `${string}.png`,
        fullPage: isHigher,
        captureBeyondViewport: isHigher,
      });
    },
    save: async (path) => {
      await page.screenshot({ path: path as `${string}.webp`, type: 'webp', quality: 80 });
    },
    close: () => browser.close(),
  };
}
