// Every event that the flows make, against its row of the table, the semantic conventions, OTLP's definitions and docs/reports.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attributeTable, type AttributeName } from '../../../src/core/report/attribute-docs.ts';
import { eventTable } from '../../../src/core/report/event-docs.ts';
import {
  eventNames,
  ownPrefix,
  eventSeverity,
  type EventName,
} from '../../../src/core/report/events.ts';
import { exportRequest, type Numbered } from '../../../src/core/report/otlp.ts';
import { attributesOf, readExportRequest, recordsOf, type Received } from '../../cases/otlp.ts';
import { startCollector, type RunningCollector } from '../../harness/servers/collector.ts';
import { startClient } from './client.ts';

const conventional = new Set<string>(Object.values(conventions).map(String));
const docs = join(import.meta.dirname, '..', '..', '..', 'docs', 'reports.md');
const reporter = {
  instanceId: '0d9f5a1c-8a0f-4e5e-9a3c-2b1d7c6e5f40',
  extensionVersion: '1.0.0',
  browser: { name: 'Firefox', version: '153.0' },
};

const sample: Numbered = {
  position: 1,
  event: { id: 'an-id-of-it', name: 'heartbeat', at: '2026-11-24T08:00:00Z', attributes: {} },
};

let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});
afterAll(() => collector.stop());

test('Every attribute without our prefix is one of the semantic conventions, and none with it is', () => {
  const foreign = Object.keys(attributeTable).filter((name) => !name.startsWith(ownPrefix));
  expect(foreign.filter((name) => !conventional.has(name))).toEqual([]);
  expect(
    Object.keys(attributeTable).filter(
      (name) => name.startsWith(ownPrefix) && conventional.has(name.slice(ownPrefix.length)),
    ),
  ).toEqual([]);
  const request = readExportRequest(JSON.stringify(exportRequest([sample], reporter)));
  const resource = Object.keys(
    attributesOf(request.resourceLogs[0]?.resource ?? { attributes: [] }),
  );
  expect(resource).toHaveLength(5);
  expect(resource.filter((name) => !conventional.has(name))).toEqual([]);
});

test('Every attribute is of some event, and every event’s are in the table', () => {
  const used = new Set<string>([
    ...Object.values(eventTable).flatMap(({ attributes }) => [...attributes]),
    'log.record.uid',
    `${ownPrefix}sequence`,
  ]);
  expect(Object.keys(attributeTable).filter((name) => !used.has(name))).toEqual([]);
});

function faultsOf({ name, attributes, record }: Received): string[] {
  const about = eventTable[name as keyof typeof eventTable];
  const allowed: readonly string[] = [
    ...about.attributes,
    'log.record.uid',
    `${ownPrefix}sequence`,
  ];
  const types = { int: 'number', string: 'string', boolean: 'boolean' } as const;
  return [
    ...(record.severityNumber === eventSeverity[name as EventName] ? [] : [`${name}: severity`]),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      if (!allowed.includes(key)) return [`${name}: ${key} is not of its row`];
      return typeof value === types[attributeTable[key as AttributeName].type]
        ? []
        : [`${name}: ${key} is of another type`];
    }),
  ];
}

test('What the flows report is as the tables say', async () => {
  const client = await startClient({ policy: { reportAddress: collector.address } });
  const listing = 'https://play.google.com/store/apps/details?id=com.kms.free';
  await client.visit(listing);
  await client.fromPage(listing, 'notice-hidden', {});
  await client.fromPage(listing, 'snooze-site', {});
  await client.visit('https://www.kaspersky.com:8443/about');
  await client.fromPage(
    'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
    'link-followed',
    { url: 'https://products.s.kaspersky-labs.com/homeuser/kis15.0.1.415en_6872.exe' },
  );
  await client.download({
    id: 1,
    url: 'https://products.s.kaspersky-labs.com/homeuser/kis15.0.1.415en_6873.exe',
    filename: '/home/x/kis15.0.1.415en_6873.exe',
  });
  const { questions } = await client.ask<{ questions: { id: string }[] }>('questions-view');
  expect(questions).toHaveLength(2);
  for (const { id } of questions) await client.ask('answer-question', { id, answer: 'cancel' });
  await client.pass(60_000);
  await client.deliverPolicy({
    reportAddress: collector.address,
    mode: 'inform',
    snoozeDays: 'many',
  });
  collector.answer({ status: 400 }, 'take');
  await client.visit('https://www.kaspersky.com/1');
  await client.pass(60_000);
  await client.visit('https://www.kaspersky.com/2');
  await client.pass(24 * 60 * 60_000);

  expect(collector.faults).toEqual([]);
  expect(collector.received.flatMap(faultsOf)).toEqual([]);
  const names = new Set(collector.received.map(({ name }) => name));
  // Feeds, blocks and traces are reported where they are tested: feed/reports.test.ts, e2e/journeys/report.spec.ts, traces.test.ts.
  const elsewhere = [
    'navigation.blocked',
    'download.canceled',
    'advisory.updated',
    'advisory.refused',
    'trace.found',
    'trace.gone',
  ];
  expect(eventNames.filter((name) => !names.has(name) && !elsewhere.includes(name))).toEqual([]);
  const answered = collector.received.filter(({ name }) => name === 'download.answered');
  expect(
    answered.map(({ attributes, id }) => [
      attributes['kaspersky_ban_advisory.question.kind'],
      attributes['file.name'],
      attributes['kaspersky_ban_advisory.question.answer'],
      id,
    ]),
  ).toEqual(
    questions.map(({ id }, index) => [
      index === 0 ? 'link' : 'download',
      `kis15.0.1.415en_687${index === 0 ? '2' : '3'}.exe`,
      'canceled',
      `${id}-answered`,
    ]),
  );
  const latest = collector.received.findLast(({ name }) => name === 'heartbeat');
  expect(latest?.attributes).toMatchObject({
    'kaspersky_ban_advisory.mode': 'inform',
    'kaspersky_ban_advisory.policy.faults': 1,
    'kaspersky_ban_advisory.dropped': 2,
  });
});

test('OTLP’s definitions refuse what they don’t know', () => {
  const text = JSON.stringify(exportRequest([sample], reporter));
  expect(recordsOf(readExportRequest(text))).toHaveLength(1);
  for (const [from, to] of [
    ['"eventName"', '"event_name_"'],
    ['"intValue":"1"', '"intValue":1.5'],
    ['"stringValue":"heartbeat"', '"stringValue":7'],
    ['"severityNumber":9', '"severityNumber":"loud"'],
  ] as const) {
    expect(text).toContain(from);
    expect(() => readExportRequest(text.replace(from, to)), to).toThrow();
  }
});

function tables(): Record<string, string> {
  const attributes = Object.entries(attributeTable).map(
    ([name, { type, about, example }]) =>
      `| \`${name}\` | ${type} | ${about} | \`${String(example)}\` |`,
  );
  const events = Object.entries(eventTable).map(
    ([name, { about, attributes: own }]) =>
      `| \`${ownPrefix}${name}\` | ${eventSeverity[name as EventName] === 13 ? 'WARN' : 'INFO'} | ${about} | ${own.map((attribute) => `\`${attribute.replace(ownPrefix, '…')}\``).join(', ')} |`,
  );
  const example = exportRequest(
    [
      {
        position: attributeTable['kaspersky_ban_advisory.sequence'].example,
        event: {
          id: attributeTable['log.record.uid'].example,
          name: 'download.held',
          at: '2026-11-24T15:04:05.678Z',
          attributes: Object.fromEntries(
            eventTable['download.held'].attributes
              .filter((name) => name !== 'url.port')
              .map((name) => [name, attributeTable[name].example]),
          ),
        },
      },
    ],
    reporter,
  );
  return {
    events: [
      '| event name | severity | when | attributes |',
      '| --- | --- | --- | --- |',
      ...events,
    ].join('\n'),
    attributes: [
      '| attribute | type | what it says | example |',
      '| --- | --- | --- | --- |',
      ...attributes,
    ].join('\n'),
    example: ['```json', JSON.stringify(example, null, 2), '```'].join('\n'),
  };
}

test('docs/reports.md holds the tables of the code (UPDATE_DOCS=1 writes them)', () => {
  const written = readFileSync(docs, 'utf8');
  const fresh = Object.entries(tables()).reduce((text, [name, table]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    expect(text).toMatch(place);
    return text.replace(place, (_, before: string, after: string) => `${before}${table}\n${after}`);
  }, written);
  if (process.env['UPDATE_DOCS']) writeFileSync(docs, fresh);
  else expect(written).toBe(fresh);
});
