// A managed computer: real policy files, made by the release code, install and configure the
// extension from the organization's server. The browser has its own /etc; nothing remains on this
// machine.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe } from 'vitest';
import { idsOf, type ExtensionIds } from '../../tools/release/browsers.ts';
import {
  buildsIn,
  installables,
  withManifest,
  type Builds,
  type Installables,
} from '../../tools/release/installables.ts';
import {
  firefoxPolicies,
  linuxPolicy,
  type InstallAddresses,
} from '../../tools/release/policies/json-policies.ts';
import type { Browser, Engine } from './browsers/browser.ts';
import { launchBrowser } from './browsers/launch.ts';
import { hasPrivateEtc } from './browsers/private-etc.ts';
import { eventually } from './eventually.ts';
import {
  createReleaseServer,
  releaseBase,
  releaseHost,
  type ReleaseServer,
} from './servers/release-server.ts';
import { startSite, type HostHandler, type Site } from './servers/site.ts';
import { engines } from './engines.ts';

/**
 * The extension's settings as an administrator writes them, valid or not. Null: no settings at all.
 */
export type Orders = Readonly<Record<string, unknown>> | null;

export interface Computer {
  readonly engine: Engine;
  readonly browser: Browser;
  readonly site: Site;
  readonly server: ReleaseServer;
  /** Another version's release, or one for another address, signed with the same key. */
  release(version: string, base?: string): Installables;
  /** Writes the policy without waiting. */
  write(orders: Orders): void;
  /**
   * Writes the policy and waits until the extension has it: Chromium reports the change, Firefox at
   * its next start.
   */
  order(orders: Orders, hasArrived?: (delivered: unknown) => boolean): Promise<void>;
  /**
   * Removes the extension as docs/admin describes: dropped from Chromium's policy, blocked in
   * Firefox's, which is restarted.
   */
  remove(): Promise<void>;
  close(): Promise<void>;
}

/** The browser's policies by name; in Firefox what is below `policies`. */
export interface PolicyFile {
  readonly ExtensionSettings: Readonly<Record<string, object>>;
  readonly '3rdparty'?: object | undefined;
}

export interface Fleet {
  readonly orders?: Orders;
  /** Changes the browser's whole policy before it is written, as an administrator edits the file. */
  readonly edit?: (policy: PolicyFile, ownId: string) => PolicyFile;
  readonly hosts?: Readonly<Record<string, HostHandler>>;
  /** Serves and installs this instead of the output of `npm run build`. */
  readonly change?: (builds: Builds) => Builds;
  /**
   * Starts a server for the release in place of the tests' own; returns its port and certificate
   * authority.
   */
  readonly serve?: (
    release: Installables,
  ) => Promise<{ readonly port: number; readonly authority: string; close(): Promise<void> }>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The policy as stored by the extension; null for none. */
export async function keptPolicy(browser: Browser): Promise<unknown> {
  const { policy } = await browser.api<{ policy?: { raw: unknown } | null }>(
    'storage.local.get',
    'policy',
  );
  return policy?.raw ?? null;
}

/** Values of headers are never kept. */
function asKept(orders: Orders): Orders {
  const headers = orders?.['reportHeaders'];
  if (typeof headers !== 'object' || headers === null) return orders;
  const reportHeaders = Object.fromEntries(Object.keys(headers).map((name) => [name, '']));
  return { ...orders, reportHeaders };
}

/** JSON equality, ignoring the order of keys. */
const same = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));

/** The policy file as the release makes it, with these values in it. */
function written(
  engine: Engine,
  ids: ExtensionIds,
  orders: Orders,
  addresses: InstallAddresses,
  edit: NonNullable<Fleet['edit']>,
  folder: string,
): string {
  const isChromium = engine === 'chromium';
  const text = isChromium
    ? linuxPolicy('chrome', ids, orders ?? {}, addresses)
    : firefoxPolicies(ids, orders ?? {}, addresses);
  const made = JSON.parse(text) as PolicyFile & { readonly policies: PolicyFile };
  const { '3rdparty': settings, ...rest } = isChromium ? made : made.policies;
  const policy = edit(
    orders === null ? rest : { ...rest, '3rdparty': settings },
    isChromium ? ids.chrome : ids.firefox,
  );
  return JSON.stringify(
    isChromium
      ? policy
      : { policies: { ...policy, Certificates: { Install: [join(folder, 'authority.pem')] } } },
  );
}

export async function startComputer(
  engine: Engine,
  {
    orders = null,
    edit = (policy) => policy,
    hosts = {},
    change = (builds) => builds,
    serve,
  }: Fleet = {},
): Promise<Computer> {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const builds = change(buildsIn(root));
  const release = (version: string, base = releaseBase): Installables => {
    const numbered = (build: Builds['chrome']) =>
      withManifest(build, (manifest) => ({ ...manifest, version }));
    return installables(
      { chrome: numbered(builds.chrome), firefox: numbered(builds.firefox) },
      key,
      base,
    );
  };
  const first = installables(builds, key, releaseBase);
  const server = createReleaseServer();
  server.put(first);
  const own = await serve?.(first);
  const site = await startSite(
    { [releaseHost]: server.handle, ...hosts },
    own ? { [releaseHost]: own.port } : {},
  );
  const policies = mkdtempSync(join(tmpdir(), 'advisory-policies-'));
  const ids = idsOf(first.chromiumId);

  const write = (next: Orders): void => {
    const file = join(policies, engine === 'chromium' ? 'advisory.json' : 'policies.json');
    writeFileSync(file, written(engine, ids, next, first.addresses, edit, policies));
  };
  write(orders);
  if (engine === 'firefox')
    writeFileSync(join(policies, 'authority.pem'), own?.authority ?? site.authority);
  // Lets DevTools inspect policy-installed extensions; doesn't change the extension.
  else
    writeFileSync(join(policies, 'tools.json'), JSON.stringify({ DeveloperToolsAvailability: 1 }));

  const browser = await launchBrowser(engine, {
    proxyPort: site.proxyPort,
    policies,
    keepsWelcome: true,
  });
  const arrival = (
    wanted: Orders,
    hasArrived = (delivered: unknown) => same(delivered, asKept(wanted)),
  ) => eventually('The policy', async () => hasArrived(await keptPolicy(browser)), 30_000);
  await arrival(orders);
  return {
    engine,
    browser,
    site,
    server,
    release,
    write,
    async order(next, hasArrived) {
      write(next);
      if (engine === 'firefox') await browser.restart();
      await arrival(next, hasArrived);
    },
    async remove() {
      if (engine === 'chromium') writeFileSync(join(policies, 'advisory.json'), '{}');
      else
        writeFileSync(
          join(policies, 'policies.json'),
          JSON.stringify({
            policies: { ExtensionSettings: { [ids.firefox]: { installation_mode: 'blocked' } } },
          }),
        );
      if (engine === 'firefox') await browser.restart();
    },
    async close() {
      await browser.close();
      await site.close();
      await own?.close();
      rmSync(policies, { recursive: true, force: true });
    },
  };
}

/**
 * Runs one set of tests on a managed computer per engine. If private mounts aren't allowed, says so
 * and skips them.
 */
export function onEachComputer(
  subject: string,
  fleet: (engine: Engine) => Fleet,
  tests: (computer: () => Computer) => void,
): void {
  const isPossible = hasPrivateEtc();
  if (!isPossible) console.error(`NOT PROVED, for want of a mount namespace: ${subject}.`);
  describe.runIf(isPossible).each(engines)(`${subject}, %s`, (engine) => {
    let computer: Computer | null = null;
    beforeAll(async () => {
      computer = await startComputer(engine, fleet(engine));
    });
    afterAll(() => computer?.close());
    tests(() => {
      if (!computer) throw new Error('The browser has not started.');
      return computer;
    });
  });
}
