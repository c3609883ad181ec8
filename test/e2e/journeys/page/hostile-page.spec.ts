import { expect, it } from 'vitest';
import { eventually, never } from '../../../harness/eventually.ts';
import { someOf } from '../../../harness/extent.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { badgeOf } from '../../../harness/pages/badge.ts';
import { noticeIn, pressInNotice, shownNotice } from '../../../harness/pages/notice.ts';
import { demoPages } from '../../../harness/site/routes.ts';

/** Each attack runs in the page's own world, as the page's script would. */
const survived: Readonly<Record<string, string>> = {
  'a style that hides all its elements': `() => { const style = document.createElement('style'); style.textContent = 'html > *:not(head), div { display: none !important; opacity: 0 !important; visibility: hidden !important }'; document.head.append(style); }`,
  'a style that hides every popover': `() => { const style = document.createElement('style'); style.textContent = '[popover] { display: none !important }'; document.head.append(style); }`,
  'a transparent body': `() => { document.body.style.setProperty('opacity', '0', 'important'); }`,
  'a loop that closes every popover': `() => { setInterval(() => { for (const popover of document.querySelectorAll('[popover]')) popover.hidePopover(); }, 1500); }`,
  'one overwriting of its style': `() => { for (const popover of document.querySelectorAll('[popover]')) popover.setAttribute('style', 'display:none'); }`,
  'one removal': `() => { for (const popover of document.querySelectorAll('[popover]')) popover.remove(); }`,
  'another top-layer element over it': `() => { const cover = document.createElement('div'); cover.popover = 'manual'; cover.setAttribute('style', 'position:fixed;inset:0;width:100vw;height:100vh;background:black'); document.body.append(cover); cover.showPopover(); }`,
  'a document that is written anew': `() => { document.open(); document.write('<!doctype html><title>Kaspersky Rescue Disk</title><p>new'); document.close(); }`,
};

/** A race that nobody wins: we stop, and say it in the toolbar and by a notification instead. */
const surrendered: Readonly<Record<string, string>> = {
  'removes every element that comes': `() => { new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) if (node instanceof HTMLElement && node.popover) node.remove(); }).observe(document, { childList: true, subtree: true }); for (const popover of document.querySelectorAll('[popover]')) popover.remove(); }`,
  'overwrites its style without end': `() => { setInterval(() => { for (const popover of document.querySelectorAll('[popover]')) popover.setAttribute('style', 'display:none!important'); }, 10); }`,
};

/** Whether what a person sees at the notice's place is the notice. */
const isOnTop = `(x, y) => document.elementFromPoint(x, y)?.popover === 'manual' && document.elementFromPoint(x, y).localName === 'div'`;

/** How often our element comes back within a second. */
const countMoves = `() => new Promise((resolve) => { let moves = 0; const observer = new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) if (node.popover) moves += 1; if (records.some((record) => record.target.popover && record.oldValue !== 'display:none!important')) moves += 1; }); observer.observe(document, { childList: true, subtree: true, attributes: true, attributeOldValue: true }); setTimeout(() => { observer.disconnect(); resolve(moves); }, 1000); })`;

inEachBrowser('On a page that fights it, the warning', (stage) => {
  const open = async () => {
    const page = await stage().open(demoPages.portal.url);
    await shownNotice(page);
    return page;
  };

  it.each(someOf(Object.entries(survived), 3))('outlives %s', async (_, attack) => {
    const page = await open();
    await page.evaluate(attack);
    await eventually('The notice, seen', async () => {
      const [button] = (await noticeIn(page))?.buttons ?? [];
      return button !== undefined && (await page.evaluate<boolean>(isOnTop, button.x, button.y));
    });
  });

  it.each(someOf(Object.entries(surrendered), 1))(
    'does not freeze a page that %s, and speaks elsewhere',
    async (_, attack) => {
      const page = await open();
      const { browser, engine } = stage();
      await page.evaluate(attack);
      // Headless Firefox has no desktop to show a notification on, and forgets it at once.
      const isSaid = async () =>
        engine === 'firefox' ||
        Object.keys(await browser.api<Record<string, unknown>>('notifications.getAll')).some((id) =>
          id.startsWith('page-'),
        );
      await eventually('The notification', isSaid, 20_000);
      await eventually(
        'The end of the fight',
        async () => (await page.evaluate<number>(countMoves)) === 0,
        30_000,
      );
      expect(await page.evaluate<number>('() => 6 * 7')).toBe(42);
      expect((await badgeOf(browser, page)).text).toBe('!');
      if (engine === 'firefox') return;
      for (const part of ['body', 'button'] as const) {
        // The button leads where the notification does: to what can be said of that page.
        await browser.pressNotification(`page-${page.tabId}`, part);
        const more = await eventually(
          'Our page',
          async () => (await browser.extensionPages('src/pages/popup/'))[0],
        );
        expect(new URL(await more.url()).searchParams.get('tab')).toBe(String(page.tabId));
        expect(
          Object.keys(await browser.api<Record<string, unknown>>('notifications.getAll')),
        ).toEqual([]);
        await more.close();
      }
    },
  );

  it('does nothing on clicks that the page makes up', async () => {
    const page = await open();
    const tabs = (await stage().browser.api<unknown[]>('tabs.query', {})).length;
    await page.evaluate(
      `() => { for (const host of document.querySelectorAll('[popover]')) { host.click(); host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })); } }`,
    );
    await never(
      'Nothing closes or opens',
      async () =>
        (await noticeIn(page)) === null ||
        (await stage().browser.api<unknown[]>('tabs.query', {})).length !== tabs,
    );
  });

  it('shows the page no way into its tree', async () => {
    const page = await open();
    expect(
      await page.evaluate<boolean>(
        `() => [...document.querySelectorAll('*')].some((element) => element.shadowRoot !== null)`,
      ),
    ).toBe(false);
  });

  it('covers no control that has the focus', async () => {
    const page = await open();
    const notice = await shownNotice(page);
    const [button] = notice.buttons;
    await page.toFront();
    await page.evaluate(
      `(x, y) => { const control = document.createElement('button'); control.textContent = 'mine'; control.setAttribute('style', 'position:fixed;left:' + (x - 40) + 'px;top:' + (y - 10) + 'px'); document.body.append(control); control.focus(); }`,
      button?.x ?? 0,
      button?.y ?? 0,
    );
    await eventually('The control, uncovered', () =>
      page.evaluate<boolean>(
        `() => { const box = document.activeElement.getBoundingClientRect(); return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === document.activeElement; }`,
      ),
    );
    expect(await noticeIn(page)).not.toBeNull();
  });

  it('closes on its own button, and stays away until the browser is started again', async () => {
    const page = await open();
    await pressInNotice(page, /^close$/i);
    await eventually('The notice to go', async () => (await noticeIn(page)) === null);
    const again = await stage().open(demoPages.portal.url);
    await never('It was closed on this site', () => noticeIn(again));
  });
});
