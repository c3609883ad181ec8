// One tab of Chromium.
import type { CDPSession, Page } from 'puppeteer-core';
import { axeSource, readByAxe } from '../axe-reading.ts';
import type { AxeReading, Key, PageHandle, Press, ShadowReading, Viewport } from '../browser.ts';
import { readShadowRoot } from '../shadow-reading.ts';

interface DomNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly DomNode[];
  readonly children?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

function closedRoots(node: DomNode): number[] {
  const own = (node.shadowRoots ?? [])
    .filter((root) => root.shadowRootType === 'closed')
    .map((root) => root.backendNodeId);
  return [...own, ...(node.children ?? []).flatMap(closedRoots)];
}

export class ChromiumPage implements PageHandle {
  #session: CDPSession | null = null;

  constructor(
    readonly page: Page,
    readonly tabId: number | null,
  ) {}

  async session(): Promise<CDPSession> {
    this.#session ??= await this.page.createCDPSession();
    return this.#session;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  title(): Promise<string> {
    return this.page.title();
  }

  text(): Promise<string> {
    return this.evaluate("() => document.body?.innerText ?? ''");
  }

  async evaluate<Result>(script: string, ...args: unknown[]): Promise<Result> {
    return (await this.page.evaluate(`(${script})(...${JSON.stringify(args)})`)) as Result;
  }

  async shadowTrees(): Promise<ShadowReading[]> {
    const session = await this.session();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const readings: ShadowReading[] = [];
    for (const backendNodeId of closedRoots(root as DomNode)) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: `function () { return (${readShadowRoot})(this); }`,
        returnByValue: true,
      });
      readings.push(result.value as ShadowReading);
    }
    return readings;
  }

  async axeInShadowTrees(): Promise<AxeReading> {
    const session = await this.session();
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    });
    await session.send('Runtime.evaluate', {
      expression: axeSource,
      contextId: executionContextId,
    });
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const roots: { objectId: string }[] = [];
    for (const backendNodeId of closedRoots(root as DomNode)) {
      const { object } = await session.send('DOM.resolveNode', {
        backendNodeId,
        executionContextId,
      });
      roots.push({ objectId: object.objectId ?? '' });
    }
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      executionContextId,
      arguments: roots,
      functionDeclaration: `function (...roots) { return (${readByAxe})(roots); }`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as AxeReading;
  }

  async extensionWorlds(): Promise<string[]> {
    const session = await this.page.createCDPSession();
    const worlds: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) worlds.push(context.name);
    });
    // Enabling also announces existing worlds.
    await session.send('Runtime.enable');
    await session.detach();
    return worlds;
  }

  async clickAt(x: number, y: number, { button = 'left', upAt }: Press = {}): Promise<void> {
    if (!upAt) return this.page.mouse.click(x, y, { button });
    await this.page.mouse.move(x, y);
    await this.page.mouse.down({ button });
    await this.page.mouse.move(...upAt, { steps: 5 });
    await this.page.mouse.up({ button });
  }

  async clickInFrame(id: string, x: number, y: number): Promise<void> {
    const [left, top] = await this.evaluate<[number, number]>(
      '(id) => { const { left, top } = document.getElementById(id).getBoundingClientRect(); return [left, top]; }',
      id,
    );
    await this.clickAt(left + x, top + y);
  }

  async press(key: Key): Promise<void> {
    if (key !== 'Backtab') return this.page.keyboard.press(key);
    await this.page.keyboard.down('Shift');
    await this.page.keyboard.press('Tab');
    return this.page.keyboard.up('Shift');
  }

  async paste(): Promise<void> {
    await this.page.keyboard.down('Control');
    // The keystroke alone doesn't paste; the command does.
    await this.page.keyboard.press('v', { commands: ['Paste'] });
    await this.page.keyboard.up('Control');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async resize({ width, height, dark = false, forcedColors = false }: Viewport): Promise<void> {
    await this.page.setViewport({ width, height });
    const session = await this.session();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      ],
    });
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf({ format: 'letter' }));
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  async toFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
