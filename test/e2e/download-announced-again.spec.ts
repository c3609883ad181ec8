// A browser that was killed may announce the downloads of its list once more when it starts.
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { eventually, never } from '../harness/eventually.ts';
import { onEachComputer } from '../harness/computer.ts';
import { pressControl } from '../harness/pages/own-page.ts';
import { click, link } from '../harness/pages/clicked.ts';
import { askedAbout, type Download } from '../harness/pages/question.ts';
import { sendFile } from '../harness/servers/shapes.ts';
import type { HostHandler } from '../harness/servers/site.ts';
import { demoPages } from '../harness/site/routes.ts';

const host = 'cdn.example.net';
const [kept, open, next] = [
  'kis15.0.1.415en_6872.exe',
  'kav15.0.1.415en_6873.exe',
  'kav15.0.1.415en_6874.exe',
];

const serve: HostHandler = ({ url = '' }, response) =>
  sendFile(response, { bytes: 2000, name: url.slice(1), type: 'application/octet-stream' });

onEachComputer(
  'Downloads of a browser that is killed',
  () => ({ orders: { mode: 'warn' }, hosts: { [host]: serve } }),
  (computer) => {
    const begin = async (name: string) => {
      const page = await computer().browser.openPage(demoPages.unrelated.url);
      await click(page, link, `https://${host}/${name}`);
      const question = await askedAbout(computer().browser, name);
      return { page, question };
    };
    const openNames = async () => {
      const answer = await computer().browser.api<{ reply?: QuestionsView }>(
        'runtime.sendMessage',
        {
          name: 'questions-view',
          request: {},
        },
      );
      return answer.reply?.questions.map(({ name }) => name) ?? [];
    };

    it('are asked about once: the kept one no more, the other as before', async () => {
      const first = await begin(kept);
      await pressControl(first.question, /^keep/);
      await eventually('The file', async () =>
        (await computer().browser.api<Download[]>('downloads.search', {})).some(
          ({ filename, state }) => state === 'complete' && existsSync(filename),
        ),
      );
      const second = await begin(open);
      for (const page of [second.question, first.page, second.page]) await page.close();
      // Time to write its list.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await computer().browser.kill();
      // Chromium announces them when it is first asked for its list.
      const third = await begin(next);
      await never('Another question', async () => (await openNames()).length > 2, 3000);
      expect((await openNames()).toSorted()).toEqual([open, next].toSorted());
      await third.question.close();
      await third.page.close();
    });
  },
);
