// A question outlives the advisory that asked it: what is reported of the answer names the one that decided.
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { QuestionsView } from '../../../src/core/decision/question.ts';
import { startCollector, type RunningCollector } from '../../harness/servers/collector.ts';
import { startClient, type Client } from './client.ts';

const minuteMs = 60_000;
const download = {
  id: 7,
  url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/15.0.1.415/english-415/kis15.0.1.415en_6872.exe',
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
};

let collector: RunningCollector;
let client: Client;

beforeAll(async () => {
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  collector = await startCollector(() => client.now());
  client = await startClient({ policy: { reportAddress: collector.address } });
  await client.pass(minuteMs);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => collector.stop());

const attributesOf = (name: string) =>
  collector.received.find((event) => event.name === name)?.attributes;

it('An answer is reported with the advisory that the question is from', async () => {
  await client.download(download);
  await client.pass(minuteMs);
  expect(attributesOf('download.held')).toMatchObject({
    'security_rule.ruleset.name': 'kaspersky-ban-advisory',
    'security_rule.version': '2',
  });
  // As if asked while another document was in force.
  const stored = JSON.stringify(client.disk.get('questions'));
  const earlier = stored.replace('"version":2', '"version":1');
  expect(earlier).not.toBe(stored);
  (client.disk as Map<string, unknown>).set('questions', JSON.parse(earlier));
  await client.kill();
  const { questions } = await client.ask<QuestionsView>('questions-view');
  await client.ask('answer-question', { id: questions[0]?.id, answer: 'cancel' });
  await client.pass(minuteMs);
  expect(attributesOf('download.answered')).toMatchObject({
    'security_rule.ruleset.name': 'kaspersky-ban-advisory',
    'security_rule.version': '1',
  });
});
