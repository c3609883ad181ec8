// Firefox's real popup. WebDriver has no window handle for it, but Marionette's actor in its
// document can run scripts there.
import { writeFileSync } from 'node:fs';
import type { View } from '../browser.ts';
import type { RunInChrome } from './firefox-add-on.ts';

const popupBrowser = `const popup = document.querySelector('browser.webextension-popup-browser');`;

export class FirefoxPopup implements View {
  constructor(readonly inChrome: RunInChrome) {}

  /** Acts like a click on the toolbar icon, activeTab included, and waits for the popup to load. */
  async open(addOnId: string): Promise<void> {
    await this.#click(addOnId);
    const deadline = Date.now() + 60_000;
    let missingSince = Date.now();
    for (;;) {
      const state = await this.inChrome<'loaded' | 'loading' | 'missing'>(
        `${popupBrowser}
         if (!popup) return 'missing';
         return popup.currentURI?.schemeIs('moz-extension') && !popup.browsingContext.webProgress.isLoadingDocument ? 'loaded' : 'loading';`,
      );
      if (state === 'loaded') return;
      if (Date.now() > deadline) throw new Error(`The popup did not open: ${state}.`);
      // A busy computer takes its time over one that is on its way: another click would begin anew.
      if (state === 'loading') missingSince = Date.now();
      // Firefox drops a click on the icon of an add-on that it is still setting up.
      if (Date.now() > missingSince + 4_000) {
        await this.#click(addOnId);
        missingSince = Date.now();
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #click(addOnId: string): Promise<void> {
    await this.#close();
    await this.inChrome(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       const { extension } = WebExtensionPolicy.getByID(arguments[0]);
       await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
      addOnId,
    );
  }

  /** A click on the icon of an open popup would only close it. */
  async #close(): Promise<void> {
    await this.inChrome(
      `${popupBrowser}
       const panel = popup?.closest('panel');
       if (!panel || panel.state === 'closed') return;
       const hidden = new Promise((resolve) => panel.addEventListener('popuphidden', resolve, { once: true }));
       panel.hidePopup();
       await hidden;`,
    );
  }

  evaluate<Result>(script: string, ...args: unknown[]): Promise<Result> {
    return this.inChrome(
      `${popupBrowser}
       const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
       return actor.executeScript(arguments[0], arguments[1], { sandboxName: null, newSandbox: false, timeout: 20000 });`,
      `return (${script})(...arguments);`,
      args,
    );
  }

  text(): Promise<string> {
    return this.evaluate("() => document.body?.innerText ?? ''");
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.inChrome<string>(
      `${popupBrowser}
       // The panel gets its size shortly after its page has loaded; before that, screenshots fail.
       const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
       for (let frame = 0; frame < 300; frame++) {
         const { width, height } = popup.getBoundingClientRect();
         const inner = await actor.executeScript('return Math.min(innerWidth, innerHeight)', [], { sandboxName: null, newSandbox: false, timeout: 20000 });
         if (Math.min(width, height, inner) > 0) break;
         await new Promise((resolve) => requestAnimationFrame(resolve));
       }
       const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
       const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
       canvas.width = bitmap.width;
       canvas.height = bitmap.height;
       canvas.getContext('2d').drawImage(bitmap, 0, 0);
       return canvas.toDataURL('image/png').split(',')[1];`,
    );
    writeFileSync(path, Buffer.from(picture, 'base64'));
  }
}
