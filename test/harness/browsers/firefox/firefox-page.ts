// One tab of Firefox. Marionette addresses one tab at a time, so every command first switches to
// this one.
import { writeFileSync } from 'node:fs';
import { axeSource, readByAxe } from '../axe-reading.ts';
import type { AxeReading, Key, PageHandle, Press, ShadowReading, Viewport } from '../browser.ts';
import type { Marionette } from './marionette.ts';
import { readShadowRoot } from '../shadow-reading.ts';

const shift = '\uE008';
const control = '\uE009';
const keys: Readonly<Record<Exclude<Key, 'Backtab'>, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
  End: '\uE010',
};

/** The system sandbox can see closed shadow roots. */
const closedRoots = `const roots = [...document.querySelectorAll('*')].map((element) => element.openOrClosedShadowRoot).filter((root) => root && root.mode === 'closed');`;

const buttons = { left: 0, middle: 1, right: 2 };
const moveTo = (x: number, y: number) => ({
  type: 'pointerMove',
  x: Math.round(x),
  y: Math.round(y),
  origin: 'viewport',
  duration: 0,
});

const pointer = (x: number, y: number, { button = 'left', upAt }: Press = {}) => ({
  actions: [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        moveTo(x, y),
        { type: 'pointerDown', button: buttons[button] },
        ...(upAt ? [moveTo(...upAt)] : []),
        { type: 'pointerUp', button: buttons[button] },
      ],
    },
  ],
});

export class FirefoxPage implements PageHandle {
  constructor(
    readonly driver: Marionette,
    readonly handle: string,
    readonly tabId: number | null,
  ) {}

  async #inTab<Result>(command: string, parameters: Record<string, unknown> = {}): Promise<Result> {
    await this.driver.send('Marionette:SetContext', { value: 'content' });
    await this.driver.send('WebDriver:SwitchToWindow', { handle: this.handle, focus: false });
    return this.driver.value<Result>(command, parameters);
  }

  async #inChrome<Result>(script: string, ...args: unknown[]): Promise<Result> {
    await this.#inTab('WebDriver:GetTitle');
    await this.driver.send('Marionette:SetContext', { value: 'chrome' });
    return this.driver.value<Result>('WebDriver:ExecuteScript', { script, args });
  }

  async goto(url: string): Promise<void> {
    await this.#inTab('WebDriver:Navigate', { url });
  }

  url(): Promise<string> {
    return this.#inTab('WebDriver:GetCurrentURL');
  }

  title(): Promise<string> {
    return this.#inTab('WebDriver:GetTitle');
  }

  text(): Promise<string> {
    return this.evaluate("() => document.body?.innerText ?? ''");
  }

  evaluate<Result>(script: string, ...args: unknown[]): Promise<Result> {
    return this.#inTab('WebDriver:ExecuteScript', {
      script: `return (${script})(...arguments);`,
      args,
      sandbox: null,
    });
  }

  shadowTrees(): Promise<ShadowReading[]> {
    const script = `${closedRoots} return roots.map(${readShadowRoot});`;
    return this.#inTab('WebDriver:ExecuteScript', { script, args: [], sandbox: 'system' });
  }

  axeInShadowTrees(): Promise<AxeReading> {
    const script = `${axeSource} ${closedRoots} return (${readByAxe})(roots);`;
    return this.#inTab('WebDriver:ExecuteScript', { script, args: [], sandbox: 'system' });
  }

  /**
   * Firefox lists content scripts by the URLs they match; nothing else of an add-on runs in a page.
   */
  async extensionWorlds(): Promise<string[]> {
    const url = await this.url();
    return this.#inChrome(
      `const uri = Services.io.newURI(arguments[0]);
       return WebExtensionPolicy.getActiveExtensions()
         .filter((policy) => !policy.extension.isAppProvided && policy.contentScripts.some((script) => script.matchesURI(uri)))
         .map((policy) => policy.name);`,
      url,
    );
  }

  clickAt(x: number, y: number, how?: Press): Promise<void> {
    return this.#inTab('WebDriver:PerformActions', pointer(x, y, how));
  }

  /** Marionette's pointer can't reach into a frame's own process. */
  async clickInFrame(id: string, x: number, y: number): Promise<void> {
    const element = await this.#inTab<unknown>('WebDriver:FindElement', {
      using: 'css selector',
      value: `[id="${id}"]`,
    });
    await this.driver.send('WebDriver:SwitchToFrame', { element });
    await this.driver.send('WebDriver:PerformActions', pointer(x, y));
    await this.driver.send('WebDriver:SwitchToFrame', { id: null });
  }

  async #keys(actions: readonly { type: string; value: string }[]): Promise<void> {
    await this.#inTab('WebDriver:PerformActions', {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async press(key: Key): Promise<void> {
    const stroke = ['keyDown', 'keyUp'].map((type) => ({
      type,
      value: key === 'Backtab' ? keys.Tab : keys[key],
    }));
    await this.#keys(
      key === 'Backtab'
        ? [{ type: 'keyDown', value: shift }, ...stroke, { type: 'keyUp', value: shift }]
        : stroke,
    );
  }

  async paste(): Promise<void> {
    await this.#keys([
      { type: 'keyDown', value: control },
      { type: 'keyDown', value: 'v' },
      { type: 'keyUp', value: 'v' },
      { type: 'keyUp', value: control },
    ]);
  }

  async type(text: string): Promise<void> {
    await this.#keys(
      [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
    );
  }

  /** Firefox's windows have a minimum width; for less, the page is zoomed. */
  async resize({ width, height, dark = false, forcedColors = false }: Viewport): Promise<void> {
    const zoom = width < 500 ? 2 : 1;
    const outer = await this.evaluate<{ x: number; y: number }>(
      `() => { const zoom = devicePixelRatio; return { x: outerWidth - innerWidth * zoom, y: outerHeight - innerHeight * zoom }; }`,
    );
    await this.#inTab('WebDriver:SetWindowRect', {
      width: Math.round(width * zoom + outer.x),
      height: Math.round(height * zoom + outer.y),
    });
    await this.#inChrome(
      `const context = gBrowser.selectedBrowser.browsingContext;
       context.fullZoom = arguments[0];
       context.prefersColorSchemeOverride = arguments[1];
       context.forcedColorsOverride = arguments[2];`,
      zoom,
      dark ? 'dark' : 'light',
      forcedColors ? 'active' : 'none',
    );
  }

  async print(): Promise<Buffer> {
    // In centimeters.
    const page = { width: 21.59, height: 27.94 };
    return Buffer.from(await this.#inTab<string>('WebDriver:Print', { page }), 'base64');
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.#inTab<string>('WebDriver:TakeScreenshot', { full: false });
    writeFileSync(path, Buffer.from(picture, 'base64'));
  }

  async toFront(): Promise<void> {
    await this.driver.send('Marionette:SetContext', { value: 'content' });
    await this.driver.send('WebDriver:SwitchToWindow', { handle: this.handle, focus: true });
  }

  async close(): Promise<void> {
    await this.#inTab('WebDriver:CloseWindow');
  }
}
