// Chromium under an administrator's policy. Started normally, because automation switches prevent
// force-installs; the test attaches afterward.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser as Puppeteer, connect } from 'puppeteer-core';
import { eventually } from '../../eventually.ts';
import { executable } from '../executable.ts';
import { withPrivateEtc } from '../private-etc.ts';

const place = '/etc/chromium/policies/managed';

/** The port and path Chromium listens on. */
function endpoint(profile: string): string | null {
  const file = join(profile, 'DevToolsActivePort');
  if (!existsSync(file)) return null;
  const [port = '', path = ''] = readFileSync(file, 'utf8').split('\n');
  return path === '' ? null : `ws://127.0.0.1:${port}${path}`;
}

export async function startManagedChromium(
  profile: string,
  policies: string,
  args: readonly string[],
): Promise<Puppeteer> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const own = [
    '--headless=new',
    '--no-first-run',
    '--password-store=basic',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ];
  const [program, parameters] = withPrivateEtc(place, policies, [
    executable('chromium'),
    ...own,
    ...args,
  ]);
  const process_ = spawn(program, parameters, { stdio: 'ignore' });
  const address = await eventually(
    'The start of Chromium',
    async () => {
      if (process_.exitCode !== null)
        throw new Error(`Chromium ended with code ${process_.exitCode}.`);
      return endpoint(profile);
    },
    60_000,
  );
  const browser = await connect({ browserWSEndpoint: address, defaultViewport: null });
  // An attached client can't tell when the process ends, nor end it.
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  browser.process = () => process_;
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await ended;
  };
  return browser;
}
