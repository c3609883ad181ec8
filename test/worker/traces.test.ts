// Traces as they reach a collector, the disk and the screens: what is told, to whom, and what is not.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { own } from '../../src/core/report/events.ts';
import { startCollector, type RunningCollector } from '../harness/servers/collector.ts';
import { startClient, type Client } from './report/client.ts';

const dayMs = 86_400_000;
const page = 'https://private.example/list?name=jane';
const style = 'E3E8934C-235A-4B0E-825A-35A08381A191';

/** A live tag, as the script in a page tells of it. */
const seen = {
  kind: 'tags',
  page,
  tags: [
    {
      kind: 'style',
      url: `https://ff.kis.v2.scr.kaspersky-labs.com/${style}/abn/main.css?attr=${Buffer.from(page).toString('base64url')}`,
      isAnswered: true,
    },
  ],
};

let collector: RunningCollector;
beforeEach(async () => {
  collector = await startCollector();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterEach(() => collector.stop());

const ordered = () => ({ reportAddress: collector.address, lookForTraces: true });
const show = (client: Client, isPrivate = false) =>
  client.fromPage(page, 'trace-seen', { seen }, { isPrivate });
const told = () => collector.received.filter(({ name }) => name.startsWith('trace.'));
const levelOf = async (client: Client) => (await client.optionsView()).traces.level;

describe('A trace that is seen', () => {
  it('is told where policy orders it: the trace, and no page', async () => {
    const client = await startClient({ policy: ordered(), mayLook: true });
    await show(client);
    await client.pass(60_000);
    expect(told()).toMatchObject([
      {
        name: 'trace.found',
        attributes: {
          [own.traceName]: 'injected-tags',
          [own.traceDetector]: 'page-injection',
          [own.traceStrength]: 'very-strong',
        },
      },
    ]);
    expect(JSON.stringify(collector.received)).not.toMatch(/private\.example|jane/);
    expect(JSON.stringify([...client.disk])).not.toMatch(/private\.example|jane/);
  });

  it('is told once, however often it is seen and whatever ends between', async () => {
    const client = await startClient({ policy: ordered(), mayLook: true });
    for (const isSleep of [true, false, true]) {
      await show(client);
      await client.pass(60_000);
      await client.kill(isSleep);
    }
    await client.pass(60_000);
    expect(told()).toHaveLength(1);
    expect(await levelOf(client)).toBe('found');
  });

  it.each([
    ['a person looks for it', { lookForTraces: true, peopleMayChange: ['lookForTraces'] }],
    ['nobody ordered it', {}],
  ])('is not told where %s', async (_, policy) => {
    const client = await startClient({
      policy: { reportAddress: collector.address, ...policy },
      mayLook: true,
    });
    await client.ask('watch-for-traces', { areas: ['pages'] });
    await show(client);
    await client.pass(60_000);
    expect(await levelOf(client)).toBe('found');
    expect(told()).toEqual([]);
  });

  it('leaves nothing in a private window', async () => {
    const client = await startClient({ policy: ordered(), mayLook: true });
    await show(client, true);
    await client.pass(60_000);
    expect(await levelOf(client)).toBe('nothing');
    expect(told()).toEqual([]);
    expect(client.disk.get('traceSightings') ?? []).toEqual([]);
  });

  it.each([
    ['nobody agreed', null, true],
    ['policy forbids it', { lookForTraces: false }, true],
    ['the browser gives no permission', { lookForTraces: true }, false],
  ])('counts for nothing where %s', async (_, policy, mayLook) => {
    const client = await startClient({ policy, mayLook });
    await show(client);
    expect(['nothing', 'unasked']).toContain(await levelOf(client));
  });

  it('goes thirty days after the tick, and that is told', async () => {
    const client = await startClient({ policy: ordered(), mayLook: true });
    await show(client);
    await client.ask('mark-steps', { steps: ['this:verify/step-look'], isDone: true });
    await client.pass(29 * dayMs);
    expect(await levelOf(client)).toBe('found');
    await client.pass(3 * dayMs);
    expect(await levelOf(client)).toBe('nothing');
    expect(told().map(({ name }) => name)).toEqual(['trace.found', 'trace.gone']);
  });
});

describe('A look', () => {
  it('ends by itself, though the worker slept and the browser was closed meanwhile', async () => {
    const client = await startClient({ policy: null, mayLook: true });
    await client.ask('look-for-traces', { areas: ['pages'] });
    expect((await client.optionsView()).traces.lookUntil).not.toBeNull();
    await client.kill();
    await show(client);
    expect(await levelOf(client)).toBe('found');
    await client.pass(3 * 60_000);
    expect((await client.optionsView()).traces.lookUntil).toBeNull();
    expect(client.disk.get('traceConsent')).toMatchObject({ look: null });
  });

  it('is refused where policy forbids it', async () => {
    const client = await startClient({ policy: { lookForTraces: false }, mayLook: true });
    await expect(client.ask('look-for-traces', { areas: ['pages'] })).rejects.toThrow(/policy/);
  });

  it('that lacks its permission says so', async () => {
    const client = await startClient({ policy: null });
    await client.ask('watch-for-traces', { areas: ['pages', 'extensions'] });
    const { watched, missing } = (await client.optionsView()).traces;
    expect({ watched, missing }).toEqual({ watched: [], missing: ['pages', 'extensions'] });
  });
});
