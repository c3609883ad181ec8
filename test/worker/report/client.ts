// The whole worker, with a browser in memory around it: its storage, its alarms, its clock, and a
// disk for IndexedDB. The network is real. A kill is the end of all that it had under way: nothing
// more reaches the disk or comes back from the network.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { parts } from '../../../src/data/packaged/document.ts';
import { localDay, wait, within } from '../../../src/platform/clock.ts';
import { listOfDownloads, type ListedDownload } from './list-of-downloads.ts';
import type { Client, Listener, Process, Work } from './client-type.ts';
import type { postReport as Post } from '../../../src/platform/worker/web/report-post.ts';

export type { Client };

const never = new Promise<never>(() => undefined);
// The software's own.
const issuer = 'CN=Kaspersky Anti-Virus Personal Root Certificate,O=AO Kaspersky Lab';
/** What the browser says of any secure connection. */
const connection = { state: 'secure', certificates: [{ issuer, isBuiltInRoot: false }] };
const startAt = Date.parse('2026-11-24T08:00:00Z');

/** `chance` makes a run that can be repeated. */
export async function startClient({
  policy: firstPolicy,
  chance = () => 0.5,
  mayLook = false,
  isOnEverySite = false,
  lacks = [],
  os = 'linux',
}: {
  policy: Record<string, unknown> | null;
  chance?: () => number;
  /** The browser gives every permission that looking for traces wants. */
  mayLook?: boolean;
  /** The browser grants access to every site. */
  isOnEverySite?: boolean;
  lacks?: readonly string[];
  os?: 'linux' | 'android';
}): Promise<Client> {
  globalThis.indexedDB = new IDBFactory();
  const disk = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  const alarms = new Map<string, number>();
  const downloads = new Map<number, ListedDownload>();
  const faults = new Map<string, () => Promise<unknown>>();
  const shownInTab = new Map<number, string>();
  const [navigated, begun, injected]: [string[], string[], unknown[]] = [[], [], []];
  const notifications: { title: string; message: string }[] = [];
  const [shown, resumed, privateTabs]: [string[], number[], Set<number>] = [[], [], new Set()];
  const toldTabs: [tab: number, message: unknown][] = [];
  const registered: unknown[] = [];
  let clock = startAt;
  let policy = firstPolicy;
  // The words of Firefox's own code; on Android they are in the console alone.
  const withoutPolicy =
    os === 'android' ? 'An unexpected error occurred' : 'Managed storage manifest not found';
  let onAnswer: (() => void) | null = null;
  let policyAnswers = Promise.resolve();

  /** Without what a browser doesn't have, by path. */
  function withoutLacking(api: Record<string, Record<string, unknown>>): object {
    for (const path of lacks) {
      const names = path.split('.');
      const owner = names
        .slice(0, -1)
        .reduce<unknown>((one, name) => (one as Record<string, unknown> | undefined)?.[name], api);
      if (typeof owner === 'object' && owner !== null)
        Reflect.deleteProperty(owner, names.at(-1) ?? '');
    }
    return api;
  }

  /** What a process does outside itself: begun and finished only while it lives. */
  function guarded<Done extends Work>(process: Process, work: Done): Done {
    const guard = async (...args: Parameters<Done>) => {
      if (process.isDead) return never;
      process.underWay += 1;
      try {
        const fault = faults.get(work.name);
        if (fault !== undefined) await fault();
        return await work(...args);
      } finally {
        process.underWay -= 1;
        if (process.isDead) await never;
      }
    };
    return guard as unknown as Done;
  }

  function guardedAll<Module extends object>(process: Process, module: Module): Module {
    return Object.fromEntries(
      Object.entries(module).map(([name, value]) => [
        name,
        typeof value === 'function' ? guarded(process, value as Work) : value,
      ]),
    ) as Module;
  }

  function browserOf(process: Process): Record<string, Record<string, unknown>> {
    const event = (name: string) => ({
      addListener: (listener: Listener) =>
        void process.listeners.set(name, [...(process.listeners.get(name) ?? []), listener]),
      removeListener: (listener: Listener) =>
        void process.listeners.set(
          name,
          (process.listeners.get(name) ?? []).filter((one) => one !== listener),
        ),
    });
    const area = (items: Map<string, unknown>) =>
      guardedAll(process, {
        get: async (keys: string | readonly string[]) =>
          Object.fromEntries(
            [keys]
              .flat()
              .flatMap((key) => (items.has(key) ? [[key, structuredClone(items.get(key))]] : [])),
          ),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value));
        },
      });
    return {
      storage: {
        local: area(disk),
        session: area(session),
        // Not counted as under way: a browser may keep it waiting.
        managed: {
          get: async () => (
            await policyAnswers,
            policy === null ? Promise.reject(new Error(withoutPolicy)) : structuredClone(policy)
          ),
        },
        onChanged: event('managed'),
      },
      alarms: {
        ...guardedAll(process, {
          create: async (name: string, { when }: { when: number }) => void alarms.set(name, when),
          clear: async (name: string) => alarms.delete(name),
        }),
        onAlarm: event('alarm'),
      },
      downloads: {
        ...guardedAll(process, listOfDownloads(downloads, resumed, begun)),
        onCreated: event('download'),
        onChanged: event('download-changed'),
        onErased: event('download-erased'),
      },
      notifications: {
        create: async (id: string, { title, message }: { title: string; message: string }) => (
          notifications.push({ title, message }),
          id
        ),
        clear: async () => true,
        onClicked: event('notification'),
      },
      webRequest: {
        onErrorOccurred: event('navigation-stopped'),
        onBeforeRedirect: event('redirected'),
        onBeforeRequest: event('navigation-started'),
        onCompleted: event('request-answered'),
        onHeadersReceived: event('headers-received'),
        getSecurityInfo: async () => connection,
      },
      declarativeNetRequest: guardedAll(process, {
        getDynamicRules: async () => [],
        getSessionRules: async () => [],
        updateDynamicRules: async () => undefined,
        updateSessionRules: async () => undefined,
        isRegexSupported: async () => ({ isSupported: true }),
      }),
      permissions: {
        contains: async ({ origins = [] }: { origins?: readonly string[] }) =>
          origins.includes('*://*/*') ? isOnEverySite : mayLook,
        remove: async () => true,
        getAll: async () => ({ origins: [] }),
        onAdded: event('permission'),
        onRemoved: event('permission'),
      },
      scripting: {
        getRegisteredContentScripts: async () => registered,
        registerContentScripts: async (scripts: readonly unknown[]) =>
          void registered.push(...scripts),
        executeScript: guarded(
          process,
          async function injectScript({ target }: { target: unknown }) {
            injected.push(target);
            return [];
          },
        ),
        unregisterContentScripts: async () => void registered.splice(0),
      },
      management: { getSelf: async () => ({ installType: 'admin' }) },
      action: new Proxy({}, { get: () => async () => undefined }),
      tabs: guardedAll(process, {
        onRemoved: event('tab-closed'),
        query: async () => [
          ...[...privateTabs].map((id) => ({ id, index: 0, windowId: 2, incognito: true })),
          ...[...shownInTab.keys()].map((id) => ({ id, index: 0, windowId: 1, incognito: false })),
        ],
        get: async () => Promise.reject(new Error('No tab')),
        create: async ({ url }: { url: string }) => (shown.push(url), { id: 1 }),
        // A private window shows no page of an extension that is shared with ordinary ones.
        update: async (id: number, { url }: { url: string }) =>
          privateTabs.has(id)
            ? Promise.reject(new Error('Not in a private window'))
            : (shown.push(url), navigated.push(url), {}),
        sendMessage: async (id: number, message: unknown) => (
          toldTabs.push([id, message]),
          shownInTab.has(id) ? { url: shownInTab.get(id), title: '' } : undefined
        ),
      }),
      windows: { update: async () => ({}), onRemoved: event('window-closed') },
      i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key },
      runtime: {
        id: 'client',
        getURL: (path: string) => `chrome-extension://client/${path}`,
        getManifest: () => ({
          version: '1.0.0',
          content_scripts: [],
          optional_permissions: ['management'],
        }),
        getPlatformInfo: async () => ({ os, arch: 'arm64' }),
        getBrowserInfo: async () => ({ name: 'Testbrowser', version: '153' }),
        onMessage: event('message'),
        onStartup: event('startup'),
        onInstalled: event('installed'),
      },
    };
  }

  async function load(): Promise<Process> {
    const process: Process = {
      isDead: false,
      listeners: new Map(),
      timers: [],
      underWay: 0,
      ended: () => undefined,
    };
    vi.resetModules();
    // Checked and taken apart once, as the build does it.
    vi.doMock('../../../src/data/packaged/document.ts', () => ({ parts }));
    vi.doMock('webextension-polyfill', () => ({ default: withoutLacking(browserOf(process)) }));
    vi.doMock('../../../src/platform/clock.ts', () => ({
      now: () => clock,
      localDay,
      chance,
      timeZone: () => 'UTC',
      newId: () => crypto.randomUUID(),
      soon: (delayMs: number, work: () => void) => {
        // No time passes until the next turn.
        if (delayMs === 0) setTimeout(() => process.isDead || work());
        else process.timers.push({ at: clock + delayMs, work });
      },
      within,
      wait,
    }));
    vi.doMock('../../../src/platform/worker/storage/report-queue.ts', async (original) =>
      guardedAll(process, await original<object>()),
    );
    vi.doMock('../../../src/platform/crypto.ts', async (original) =>
      guardedAll(process, await original<object>()),
    );
    vi.doMock('../../../src/platform/worker/web/report-post.ts', async (original) => {
      const { postReport } = await original<{ postReport: typeof Post }>();
      const postAndMaybeDie = async (...args: Parameters<typeof Post>) => {
        const answer = await postReport(...args);
        onAnswer?.();
        return answer;
      };
      return { postReport: guarded(process, postAndMaybeDie) };
    });
    await import('../../../src/background/index.ts');
    return process;
  }

  const idle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      // Parts of the worker are loaded by what needs them first.
      await vi.dynamicImportSettled();
      if (running.underWay > 0) quiet = 0;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };

  const ring = (name: string): void => {
    alarms.delete(name);
    for (const listener of running.listeners.get('alarm') ?? [])
      (listener as (alarm: object) => void)({ name });
  };

  const send = async (name: string, request: object, sender: object): Promise<unknown> => {
    const [listener] = (running.listeners.get('message') ?? []) as ((
      message: unknown,
      sender: object,
      respond: (answer: unknown) => void,
    ) => void)[];
    const answer = await new Promise<unknown>((resolve) =>
      listener?.({ name, request }, { id: 'client', frameId: 0, ...sender }, resolve),
    );
    if (typeof answer === 'object' && answer !== null && 'error' in answer)
      throw new Error(String(answer.error));
    return (answer as { reply: unknown }).reply;
  };

  const client: Client = {
    now: () => clock,
    alarms,
    disk,
    session,
    notifications,
    shown,
    resumed,
    fromPage: (url, name, request, { tabId = 1, isPrivate = false } = {}) => {
      if (isPrivate) privateTabs.add(tabId);
      return send(name, request, { url, tab: { id: tabId, url, incognito: isPrivate } });
    },
    visit: (url, { request = {}, ...page } = {}) =>
      client.fromPage(url, 'page-visited', request, page),
    ask: async <Reply>(name: string, request: object = {}) =>
      (await send(name, request, {
        url: 'chrome-extension://client/src/pages/options/index.html',
      })) as Reply,
    optionsView: () => client.ask('options-view'),
    popupView: () => client.ask('popup-view'),
    downloads,
    async download({ filename, referrer = '', incognito = false, facts = {}, ...item }) {
      const whole = {
        ...item,
        filename,
        referrer,
        incognito,
        startTime: new Date(clock).toISOString(),
        state: 'in_progress',
        paused: true,
        canResume: true,
        bytesReceived: 1,
        exists: true,
        mime: '',
        ...facts,
      };
      downloads.set(item.id, whole);
      for (const listener of running.listeners.get('download') ?? [])
        (listener as (download: object) => void)(whole);
      await idle();
    },
    async pass(ms) {
      const end = clock + ms;
      for (;;) {
        await idle();
        if (running.isDead) return;
        const timer = running.timers.toSorted((one, other) => one.at - other.at)[0];
        const alarm = [...alarms].sort(([, one], [, other]) => one - other)[0];
        const next = Math.min(timer?.at ?? Infinity, alarm?.[1] ?? Infinity);
        if (next > end) break;
        clock = Math.max(clock, next);
        if (timer && timer.at === next) {
          running.timers.splice(running.timers.indexOf(timer), 1);
          timer.work();
        } else if (alarm) ring(alarm[0]);
      }
      clock = end;
      await idle();
    },
    idle,
    breakApi: (name, fault) => void (fault ? faults.set(name, fault) : faults.delete(name)),
    showInTab: (tabId, url) => void shownInTab.set(tabId, url),
    navigated,
    toldTabs,
    begun,
    injected,
    registered,
    async emit(name, ...args) {
      for (const listener of running.listeners.get(name) ?? [])
        (listener as (...args: readonly unknown[]) => void)(...args);
      await idle();
    },
    changePolicyUnseen: (next) => void (policy = next),
    holdPolicyBack() {
      let release = (): void => undefined;
      policyAnswers = new Promise((resolve) => (release = resolve));
      return async () => {
        release();
        await idle();
      };
    },
    async closePrivateWindows() {
      privateTabs.clear();
      for (const listener of running.listeners.get('window-closed') ?? [])
        (listener as (id: number) => void)(2);
      await idle();
    },
    async kill(isSleep = false) {
      running.isDead = true;
      if (!isSleep) {
        session.clear();
        // Firefox forgets its alarms with the browser.
        alarms.clear();
      }
      running = await load();
    },
    async killOnAnswer() {
      const doomed = running;
      onAnswer = () => {
        onAnswer = null;
        doomed.isDead = true;
      };
      for (let minutes = 0; !doomed.isDead; minutes += 1) {
        if (minutes > 48 * 60) throw new Error('In two days no report was answered.');
        await client.pass(60_000);
      }
      await client.kill();
    },
    async deliverPolicy(next) {
      policy = next;
      for (const listener of running.listeners.get('managed') ?? [])
        (listener as (changes: object, area: string) => void)({}, 'managed');
      await idle();
    },
  };
  let running = await load();
  await idle();
  return client;
}
