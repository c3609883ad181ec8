// The pages that only a policy brings to people, without a mouse.
import { expect, it } from 'vitest';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { tabTo, walk } from '../../../harness/pages/keyboard.ts';
import { demoPages } from '../../../harness/site/routes.ts';

const blockedPath = 'src/pages/blocked/index.html';
const policyPath = 'src/pages/policy/index.html';
const orders = {
  mode: 'block',
  mayProceed: true,
  organizationName: 'Example Corporation',
  helpAddress: 'https://help.example.com/kaspersky',
  approvedAlternatives: ['House Antivirus', 'microsoft'],
  // More than fit: the list folds and scrolls.
  exceptions: Array.from({ length: 30 }, (_, index) => `research-${String(index)}.example.com`),
};

onEachComputer(
  'By keyboard alone under a policy',
  () => ({ orders }),
  (computer) => {
    const read = <Result>(page: PageHandle, script: string) =>
      page.evaluate<Result>(script).catch(() => undefined);
    const arrived = (page: PageHandle, path: string, selector: string) =>
      eventually(
        path,
        async () =>
          (await page.url()).includes(path) &&
          (await read<boolean>(page, `() => document.querySelector('${selector}') !== null`)),
      );
    const stopped = async (url: string) => {
      const { browser } = computer();
      await eventually(
        'The rules',
        async () =>
          (await browser.api<unknown[]>('declarativeNetRequest.getDynamicRules')).length > 100,
      );
      const page = await browser.openPage(demoPages.unrelated.url);
      await page.toFront();
      await page.evaluate('(url) => { location.href = url; }', url);
      await arrived(page, blockedPath, '.actions');
      return page;
    };
    const policyPage = async () => {
      const page = await computer().browser.openExtensionPage(policyPath);
      await page.toFront();
      await arrived(page, policyPath, '.policy-row.origin-policy');
      return page;
    };

    it('one goes around the policy page, its long list too, and the focus is always seen', async () => {
      const page = await policyPage();
      await page.evaluate(
        `() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }`,
      );
      expect(await walk(page)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^copy as json/i),
          expect.stringMatching(/research-0/),
          expect.stringMatching(/^test$/i),
        ]),
      );
      await page.close();
    });

    it('one unfolds the exceptions of a policy, and copies it', async () => {
      const page = await policyPage();
      await tabTo(page, /^30 entries/i);
      await page.press('Enter');
      await eventually('The list', () =>
        page.evaluate<boolean>(`() => document.querySelector('details.value').open`),
      );
      await tabTo(page, /^research-0/);
      await page.press('ArrowDown');
      await eventually('More of it', () =>
        page.evaluate<boolean>(`() => document.activeElement.scrollTop > 0`),
      );
      await tabTo(page, /^copy as json/i);
      await page.press('Enter');
      await eventually('A word about it', () =>
        page.evaluate<boolean>(
          `() => [...document.querySelectorAll('[role=status]')].some((one) => one.textContent !== '')`,
        ),
      );
      await page.close();
    });

    it('one tries a policy, is led to what it would do, and is told where it is no JSON', async () => {
      const page = await policyPage();
      await tabTo(page, /^policy as json/i);
      await page.type('{"mode": ');
      await tabTo(page, /^test$/i);
      await page.press('Enter');
      await eventually('What is wrong', () =>
        page.evaluate<boolean>(
          `() => document.querySelector('#try .field-error')?.textContent.length > 10`,
        ),
      );
      await tabTo(page, /^policy as json/i, 'Backtab');
      await page.evaluate(`() => { document.activeElement.value = ''; }`);
      await page.type('{"mode": "warn", "exceptions": ["not a host"]}');
      await tabTo(page, /^test$/i);
      await page.press('Enter');
      await eventually('The result', () =>
        page.evaluate<boolean>(
          `() => document.activeElement === document.querySelector('.tried h3') && document.querySelectorAll('.tried .faults li').length === 1`,
        ),
      );
      await page.close();
    });

    it('one goes around the block page, begins at what happened, and the focus is always seen', async () => {
      const page = await stopped(demoPages.portal.url);
      expect(await page.evaluate<string>('() => document.activeElement.localName')).toBe('h1');
      const stops = (await walk(page)).join('\n');
      for (const control of [
        /alternatives/i,
        /help desk/i,
        /go back/i,
        /continue to this site/i,
        /remove/i,
      ])
        expect(stops).toMatch(control);
      await page.close();
    });

    it('one goes back from there', async () => {
      const page = await stopped(demoPages.portal.url);
      await tabTo(page, /^go back/i);
      await page.press('Enter');
      await eventually(
        'The page before',
        async () => (await page.url()) === demoPages.unrelated.url,
      );
      await page.close();
    });

    it('one goes to the alternatives from there', async () => {
      const page = await stopped(demoPages.portal.url);
      await tabTo(page, /alternatives/i);
      await page.press('Enter');
      await arrived(page, 'src/pages/popup/index.html#alternatives', '.approved .product');
      await eventually('Its tab', () =>
        page.evaluate<boolean>(
          `() => /switch/i.test(document.querySelector('[role=tab][aria-selected=true]').textContent)`,
        ),
      );
      // A place that is led to is marked by its ground; what follows it in turn by an outline.
      await eventually('The mark of the place', () =>
        page.evaluate<boolean>(
          `() => document.activeElement.closest('#stage-choose') !== null && getComputedStyle(document.activeElement).boxShadow !== 'none'`,
        ),
      );
      await tabTo(page, /./);
      await page.close();
    });

    it('one goes on where the policy leaves a way', async () => {
      const page = await stopped(demoPages.portal.url);
      await tabTo(page, /continue to this site/i);
      await page.press('Enter');
      await eventually('The portal', async () => (await page.url()) === demoPages.portal.url);
      await page.close();
    });
  },
);
