// Values of headers may be secrets: they are never on disk, and what waits for them is not lost.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutHeaderValues } from '../../../src/core/policy/header-values.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { startCollector, type RunningCollector } from '../../harness/servers/collector.ts';
import { startClient, type Client } from './client.ts';

const minuteMs = 60_000;
const secret = 's3cret-of-the-organization';
const page = 'https://www.kaspersky.com/page/1';

let collector: RunningCollector;
let client: Client;

beforeAll(async () => {
  collector = await startCollector(() => client.now());
});
beforeEach(async () => {
  await collector.restart();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  client = await startClient({
    policy: { reportAddress: collector.address, reportHeaders: { 'X-Api-Key': secret } },
  });
  await client.pass(minuteMs);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

describe('A header value of a policy', () => {
  it('is sent, and never on disk', async () => {
    await client.visit(page);
    await client.pass(minuteMs);
    expect(collector.requests.at(-1)?.headers).toMatchObject({ 'x-api-key': secret });
    await client.kill();
    await client.pass(minuteMs);
    expect(JSON.stringify([...client.disk])).not.toContain(secret);
  });

  it('is waited for after a start, and what happened meanwhile is sent then', async () => {
    const deliver = client.holdPolicyBack();
    await client.kill();
    await client.pass(minuteMs);
    collector.clear();
    await client.visit(page);
    await client.pass(10 * minuteMs);
    expect(collector.requests).toEqual([]);
    await deliver();
    await client.pass(2 * minuteMs);
    expect(collector.received.map(({ name }) => name)).toContain('page.labeled');
    for (const { headers } of collector.requests)
      expect(headers).toMatchObject({ 'x-api-key': secret });
  });

  it('counts from its change on, without a start', async () => {
    collector.clear();
    const changed = { 'X-Api-Key': 'another' };
    await client.deliverPolicy({ reportAddress: collector.address, reportHeaders: changed });
    await client.visit(page);
    await client.pass(minuteMs);
    expect(collector.requests.at(-1)?.headers).toMatchObject({ 'x-api-key': 'another' });
  });
});

it.each([
  [{ authorization: secret }],
  [{ authorization: `${secret}\r\n`, other: 'ok' }],
  [{ authorization: 5, 'bad name': secret }],
  [JSON.stringify({ authorization: secret })],
  [`{ "authorization": "${secret}`],
  [secret],
  [[secret]],
])('A policy without them has the same faults: %j', (reportHeaders) => {
  const raw = { mode: 'warn', reportHeaders };
  const kept = withoutHeaderValues(raw);
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(readPolicy(kept).faults.map(({ message }) => message)).toEqual(
    readPolicy(raw).faults.map(({ message }) => message),
  );
  const names = (policy: unknown) => Object.keys(readPolicy(policy).values.reportHeaders ?? {});
  expect(names(kept)).toEqual(names(raw));
});
