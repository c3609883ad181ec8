// The real updater, with a browser in memory around it: its storage, its alarms, its clock. The
// network is real.
import type { Alarms } from 'webextension-polyfill';
import { vi } from 'vitest';
import type { Advisory } from '../../../src/core/advisory/schema.ts';
import type { compileRules } from '../../../src/core/detection/engine/rule-index.ts';
import type { OptionsView } from '../../../src/core/view/options.ts';
import type { Pin } from '../../../src/core/update/pin.ts';
import type { Refusal } from '../../../src/core/update/refusal.ts';
import { publishedAt } from '../../harness/publisher.ts';
import { sampleAdvisory } from '../../cases/advisory/sample-advisory.ts';

const dayMs = 86_400_000;

export interface Client {
  /** "Check now", and what came of it. */
  check(): Promise<Refusal | null>;
  /** The version in force. */
  version(): Promise<number>;
  knowledge(): Promise<{
    advisory: Advisory;
    origin: string;
    rules: ReturnType<typeof compileRules>;
  }>;
  view(): Promise<OptionsView>;
  addOwnFeed(feed: { address: string; key: string } | null): Promise<OptionsView>;
  /** The browser is closed and started again: nothing is left but the disk. */
  restart(change?: { pin?: Pin | null; packaged?: unknown; hasAccess?: boolean }): Promise<void>;
  readonly disk: Map<string, unknown>;
  readonly alarms: Map<string, number>;
  /** The browser delivers a policy, or takes it away. */
  deliverPolicy(policy: unknown): Promise<void>;
  /** Writes fail from now on, or work again. */
  setDiskFull(isFull: boolean): void;
  ring(): Promise<void>;
}

export function setClock(days: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: publishedAt + days * dayMs });
}

export async function startClient({
  pin,
  packaged = sampleAdvisory(),
}: {
  pin: Pin | null;
  packaged?: unknown;
}): Promise<Client> {
  const disk = new Map<string, unknown>();
  const alarms = new Map<string, number>();
  const holds = { pin, packaged, hasAccess: true };
  let policy: unknown = null;
  let isFull = false;
  const area = (items: Map<string, unknown>) => ({
    get: async (key: string) => (items.has(key) ? { [key]: structuredClone(items.get(key)) } : {}),
    set: async (values: Record<string, unknown>) => {
      if (isFull && 'advisory' in values) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value));
    },
    remove: async (key: string) => void items.delete(key),
  });

  const load = async () => {
    vi.resetModules();
    const event = { addListener: () => undefined };
    const browser = {
      storage: {
        local: area(disk),
        session: area(new Map()),
        managed: {
          get: async () =>
            policy === null
              ? Promise.reject(new Error('Managed storage manifest not found'))
              : policy,
        },
        onChanged: event,
      },
      alarms: {
        create: async (name: string, { when }: Alarms.CreateAlarmInfoType) =>
          void alarms.set(name, when ?? 0),
        clear: async (name: string) => alarms.delete(name),
        onAlarm: event,
      },
      tabs: { query: async () => [], sendMessage: async () => undefined },
      i18n: {
        getUILanguage: () => 'en',
        getMessage: (key: string) => (key === 'interfaceLanguage' ? 'en' : key),
      },
      runtime: {
        getURL: (path: string) => path,
        id: 'client',
        getBrowserInfo: async () => ({ name: 'Testbrowser', version: '153' }),
        getManifest: () => ({ content_scripts: [], host_permissions: [] }),
      },
      permissions: {
        contains: async () => holds.hasAccess,
        getAll: async () => ({ origins: [] }),
        remove: async () => true,
      },
      scripting: {
        getRegisteredContentScripts: async () => [],
        registerContentScripts: async () => undefined,
        unregisterContentScripts: async () => undefined,
      },
      action: {},
      downloads: {},
      webRequest: {},
      notifications: {},
    };
    vi.doMock('webextension-polyfill', () => ({ default: browser }));
    vi.doMock('../../../src/data/trust.json', () => ({ default: holds.pin }));
    vi.doMock('../../../src/data/advisory.json', () => ({ default: holds.packaged }));
    const [check, update, options, open, change] = await Promise.all([
      import('../../../src/background/feed/check.ts'),
      import('../../../src/background/advisory/current.ts'),
      import('../../../src/background/screens/options.ts'),
      import('../../../src/background/screens/feeds.ts'),
      import('../../../src/background/policy-change/changed.ts'),
    ]);
    await check.scheduleChecks();
    return { check, update, options, open, change };
  };
  let running = await load();
  return {
    disk,
    alarms,
    async deliverPolicy(delivered) {
      policy = delivered;
      await running.change.handlePolicyChange();
    },
    setDiskFull: (full) => void (isFull = full),
    async check() {
      await running.check.checkFeedsNow();
      const { updates } = await running.options.getOptionsView();
      return (updates.feed ?? updates.organization)?.refusal ?? null;
    },
    version: async () => (await running.update.currentAdvisory()).advisory.version,
    knowledge: () => running.update.currentAdvisory(),
    view: () => running.options.getOptionsView(),
    addOwnFeed: (feed) => running.open.setOwnFeed({ feed }),
    ring: () => running.check.checkDueFeeds(),
    async restart(change = {}) {
      Object.assign(holds, change);
      running = await load();
    },
  };
}
