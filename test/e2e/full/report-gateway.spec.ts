// Whoever stands between a browser and its collector answers in its place: a sign-in page, a
// redirect, a limit, nothing. No event is lost, and the settings page says what came.
import { afterEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../harness/browsers/browser.ts';
import { onEachComputer } from '../../harness/computer.ts';
import { eventually } from '../../harness/eventually.ts';
import { showsText } from '../../harness/pages/own-page.ts';
import { createCollector, type Answer } from '../../harness/servers/collector.ts';
import { demoPages } from '../../harness/site/routes.ts';

const host = 'collector.example.com';
const signInHost = 'login.example.com';
const html = { 'content-type': 'text/html; charset=utf-8' };
const signIn = '<!doctype html><title>Sign in</title><form action="/login"></form>';
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

interface Gateway {
  readonly name: string;
  readonly answer: () => Answer;
  /** In the settings. Without access to the answer, a browser tells no more than that none came. */
  readonly says: RegExp;
  /** Whether it names a time before which nobody is to ask again. */
  readonly isDated?: boolean;
}

const something = /something else, such as a sign-in page/;
const nothing = /got no response/;

const gateways: readonly Gateway[] = [
  {
    name: 'a sign-in page that lets extensions read it',
    answer: () => ({ status: 200, headers: html, body: signIn }),
    says: something,
  },
  {
    name: 'a sign-in page that doesn’t',
    answer: () => ({ status: 200, headers: html, body: signIn, isClosed: true }),
    says: nothing,
  },
  {
    name: 'a redirect to a sign-in page',
    answer: () => ({ status: 302, headers: { location: `https://${signInHost}/` } }),
    says: nothing,
  },
  {
    name: 'a limit of requests until a time',
    // Later than the extension would try again by itself.
    answer: () => ({ status: 429, headers: { 'retry-after': inSeconds(14) } }),
    says: /error 429/,
    isDated: true,
  },
  { name: 'a connection that is cut', answer: () => 'reset', says: nothing },
];

interface Delivery {
  readonly queued: number;
  readonly dropped: number;
}

async function delivery(browser: Browser): Promise<Delivery> {
  const { reply } = await browser.api<{ reply: { reports: Delivery } }>('runtime.sendMessage', {
    name: 'options-view',
    request: {},
  });
  return reply.reports;
}

describe('Reports', () => {
  const collector = createCollector();

  onEachComputer(
    'A collector behind somebody else’s server',
    () => ({
      orders: { reportAddress: `https://${host}/v1/logs` },
      hosts: { [host]: collector.handle },
    }),
    (computer) => {
      // Who fails must not leave the next one's events waiting.
      afterEach(() => collector.answer('take'));

      it.each(gateways)(
        '$name: events wait, the settings say so, and all arrive',
        async ({ answer, says, isDated }) => {
          const { browser } = computer();
          await eventually(
            'An empty queue',
            async () => (await delivery(browser)).queued === 0,
            60_000,
          );
          const before = collector.received.length;
          const asked = collector.requests.length;
          const given = answer();
          collector.answer(given);
          const page = await browser.openPage(demoPages.vendor.url);
          const options = await browser.openExtensionPage('src/pages/options/index.html#privacy');
          await showsText(options, says);
          expect(await options.text()).toMatch(/Unsent reports are saved and will be retried/);
          expect((await delivery(browser)).queued).toBeGreaterThan(0);
          expect(collector.received.length).toBe(before);

          collector.answer('take');
          await eventually(
            'The event',
            async () =>
              collector.received.length > before && (await delivery(browser)).queued === 0,
            90_000,
          );
          if (isDated && typeof given === 'object' && 'status' in given) {
            const [first, next] = collector.requests
              .slice(asked)
              .map(({ at }) => at - Date.parse(given.headers?.['retry-after'] ?? ''));
            expect(first).toBeLessThan(0);
            // An alarm may ring slightly early.
            expect(next).toBeGreaterThanOrEqual(-1000);
          }
          expect((await delivery(browser)).dropped).toBe(0);
          await showsText(options, /Waiting\s*0/);
          expect(await options.text()).not.toMatch(/will be retried/);
          await options.close();
          await page.close();
        },
      );

      it('leaves no gap in the order, and nothing that no collector would take', () => {
        const sequences = collector.received.map(({ sequence }) => sequence);
        expect(sequences.toSorted((one, other) => one - other)).toEqual(
          sequences.map((_, index) => (sequences[0] ?? 0) + index),
        );
        expect(collector.faults).toEqual([]);
        collector.clear();
        // Nor was a report carried on to where somebody else pointed.
        const { connections } = computer().site;
        expect(connections.filter((at) => at.startsWith(signInHost))).toEqual([]);
      });
    },
  );
});
