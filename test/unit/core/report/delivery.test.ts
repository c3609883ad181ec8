import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src/core/base/time.ts';
import { isFailing, outcomeOf } from '../../../../src/core/report/delivery.ts';
import { rejectedRecords } from '../../../../src/core/report/otlp.ts';

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
  ['a page that begins with a comment', null, '<!-- proxy --><script>location = "/login"</script>'],
  ['an error in XML', 'application/xml', '<?xml version="1.0"?><Error/>'],
  ['a picture in place of what a filter holds back', 'image/gif', 'GIF89a'],
  ['a script', 'text/javascript', 'location.assign("/login")'],
  ['a sentence that calls itself a page', 'text/html', 'Please sign in to go on.'],
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
  ['a filter for legal reasons', 451, ''],
  ['a quota that is used up', 402, '{"message":"over quota"}'],
  ['a collector that moved for good', 410, ''],
  ['a proxy that wants a length', 411, ''],
  ['a connection meant for another host', 421, ''],
  ['a server that wants TLS', 426, 'Upgrade Required'],
  ['headers too large for a proxy', 431, ''],
  ['a connection that a proxy closed', 499, ''],
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
  ['nothing, called a page', 'text/html; charset=utf-8', '', 204],
  ['a word, called a page', 'text/html', 'OK\n', 200],
  ['JSON, called a page', 'text/html', '{"partialSuccess":{}}', 200],
  ['several answers in one', 'application/json', '{}', 207],
] as const)('takes %s for a collector’s answer', (_, contentType, body, status) => {
  expect(answered(contentType, body, status)).toBe('delivered');
});

it('keeps the events where an empty page answers, which a sign-in form may have been', () => {
  expect(answered('text/html', '', 200)).toBe('retry');
  expect(answered('text/html; charset=utf-8', '\n', 200)).toBe('retry');
});

it.each(['0', '1', 'Mon, 23 Nov 2026 16:00:00 GMT', '-5', 'wait 3'])(
  'makes no loop of a Retry-After of %j',
  (retryAfter) => {
    const now = Date.parse('2026-11-23T16:40:00Z');
    const waits = [0, 3, 9].map((failures) => {
      const outcome = outcomeOf({ status: 503, retryAfter }, failures, 1, now, 0.5);
      return outcome.kind === 'retry' ? [outcome.afterMs, outcome.failures] : [];
    });
    expect(waits).toEqual([
      [3_750, 1],
      [30_000, 4],
      [1_920_000, 10],
    ]);
  },
);

it('waits a day at most, whatever a Retry-After says', () => {
  for (const retryAfter of ['9'.repeat(12), '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])
    expect(outcomeOf({ status: 503, retryAfter }, 0, 1, 0, 0)).toMatchObject({
      afterMs: 86_400_000,
    });
});

it.each([
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Mon, 23 Nov 2026 16:41:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 16:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['wait 3', null],
  ['120, 120', null],
  ['', null],
  [null, null],
])('reads a Retry-After of %j', (header, expected) => {
  expect(retryAfterMs(header, Date.parse('2026-11-23T16:40:00Z'))).toBe(expected);
});

it.each([
  ['{"partialSuccess":{"rejectedLogRecords":"3"}}', 3],
  ['{"partialSuccess":{"rejectedLogRecords":3,"errorMessage":"too_old"}}', 3],
  ['{"partial_success":{"rejected_log_records":"3"}}', 3],
  ['{"partialSuccess":{"rejectedLogRecords":"900"}}', 5],
  ['{"partialSuccess":{"rejectedLogRecords":-3}}', 0],
  ['{"partialSuccess":{"rejectedLogRecords":null}}', 0],
  ['{"partialSuccess":{"errorMessage":"a warning"}}', 0],
  ['{"partialSuccess":null}', 0],
  ['[{"partialSuccess":{"rejectedLogRecords":3}}]', 0],
  ['{"partialSuccess":{"rejectedLog', 0],
  ['ok', 0],
])('reads how many of five records were rejected in %s', (body, expected) => {
  expect(rejectedRecords(body, 5)).toBe(expected);
});
