import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src/core/base/time.ts';
import { isFailing, outcomeOf } from '../../../../src/core/report/delivery.ts';

const failure = { at: '2026-11-23T16:40:00.000Z', status: 503 };

it.each([
  ['nothing failed yet', null, null, false],
  ['all arrived', null, '2026-11-23T16:40:00.000Z', false],
  ['nothing ever arrived', failure, null, true],
  ['the last attempt failed', failure, '2026-11-22T16:40:00.000Z', true],
  ['a delivery came after the failure', failure, '2026-11-23T16:41:00.000Z', false],
])('Reports where %s', (_state, failed, deliveredAt, expected) => {
  expect(isFailing({ failure: failed, deliveredAt })).toBe(expected);
});

const answered = (contentType: string | null, body: string, status = 200) =>
  outcomeOf({ status, retryAfter: null, contentType, body }, 0, 1, 0, 0).kind;

it.each([
  ['a sign-in form', 'text/html; charset=utf-8', '<form>Sign in</form>'],
  ['a page of an access proxy', 'application/xhtml+xml', '<html></html>'],
  ['a page that calls itself text', 'text/plain', '\n<!DOCTYPE html><title>Blocked</title>'],
  ['a page without a type', null, '<html><body>Quota</body></html>'],
])('keeps what %s was sent to', (_, contentType, body) => {
  expect(answered(contentType, body)).toBe('retry');
});

it.each([
  [
    'a proxy that refuses the request',
    400,
    '<html><center><h1>400 Bad Request</h1></center></html>',
  ],
  [
    'a proxy with a limit below one event',
    413,
    '<html><h1>413 Request Entity Too Large</h1></html>',
  ],
  ['a proxy that knows no POST here', 405, ''],
  ['a page for legal reasons', 451, '<!doctype html><title>Blocked</title>'],
  ['a network that wants a sign-in', 511, ''],
  ['a CDN that reaches nobody', 522, 'error code: 522'],
  ['a server that knows no such request yet', 501, ''],
])('waits out %s (%i)', (_, status, body) => {
  expect(answered('text/html', body, status)).toBe('retry');
  expect(answered(null, body, status)).toBe('retry');
});

it.each([400, 413, 415, 422])('believes a collector that refuses for good (%i)', (status) => {
  expect(answered('application/json', '{"message":"no such field"}', status)).toBe('rejected');
  expect(answered(null, '', status)).toBe('rejected');
});

it.each([
  ['JSON', 'application/json', '{}', 200],
  ['Protobuf', 'application/x-protobuf', '', 200],
  ['a word', 'text/plain', 'ok', 202],
  ['nothing', null, '', 204],
  ['nothing at all', null, '', 200],
] as const)('takes %s for a collector’s answer', (_, contentType, body, status) => {
  expect(answered(contentType, body, status)).toBe('delivered');
});

it.each([
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Mon, 23 Nov 2026 16:41:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 16:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('reads a Retry-After of %j', (header, expected) => {
  expect(retryAfterMs(header, Date.parse('2026-11-23T16:40:00Z'))).toBe(expected);
});
