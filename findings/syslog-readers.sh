#!/bin/sh
# A reader of syslog is expected to keep what the message says. nsyslog-parser leaves an escaped `=` of
# CEF escaped and ends the value there, so that an address loses its query; an escaped quote in RFC
# 5424's structured data leaves all of that data in the message. glossy makes second 6 of a leap
# second, 60, and gives the highest priority, <0>, no severity. syslog-parse reads the old
# form of RFC 3164 and answers nothing at all to RFC 5424.
# We send OTLP, whose fields need no escapes, and no syslog (docs/reports.md): let the collector convert.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  nsyslog-parser@0.10.1 glossy@0.1.7 syslog-parse@2.0.0 > /dev/null
cat > run.js <<'JS'
import { createRequire } from 'node:module';

// None of the three has an ES module.
const require = createRequire(import.meta.url);
const nsyslog = require('nsyslog-parser');
const glossy = require('glossy').Parse;
const syslogParse = require('syslog-parse').default;

const cef =
  String.raw`CEF:0|Example|Advisory|1.0|100|Download held|5|src=192.0.2.1 ` +
  String.raw`request=https://shop.example/item?id\=7 act=held`;
const modern = String.raw`<134>1 2026-11-30T10:00:00Z host.example app - - [one@32473 a="\"1\""] Held`;
const leap = '<134>1 2016-12-31T23:59:60Z host.example app - - - Held';
const highest = '<0>1 2026-11-30T10:00:00Z host.example app - - - Down';
const old = '<134>Nov  3 10:00:00 host app: Held';

const seen = {
  'nsyslog-parser, request in CEF': nsyslog(cef).fields.request,
  'nsyslog-parser, elements': nsyslog(modern).structuredData.length,
  'glossy, elements': Object.keys(glossy.parse(modern).structuredData).length,
  'glossy, second 60': glossy.parse(leap).time.toISOString(),
  'glossy, severity of <0>': String(glossy.parse(highest).severity),
  'glossy, severity of <134>': String(glossy.parse(modern).severity),
  'syslog-parse, RFC 3164': String(syslogParse(old)?.message),
  'syslog-parse, RFC 5424': String(syslogParse(modern)?.message),
};
for (const [name, value] of Object.entries(seen)) console.log(`  ${name}: ${value}`);
const expected = {
  'nsyslog-parser, request in CEF': 'https://shop.example/item?id\\',
  'nsyslog-parser, elements': 0,
  'glossy, elements': 1,
  'glossy, second 60': '2016-12-31T23:59:06.000Z',
  'glossy, severity of <0>': 'undefined',
  'glossy, severity of <134>': 'info',
  'syslog-parse, RFC 3164': 'Held',
  'syslog-parse, RFC 5424': 'undefined',
};
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
echo "nsyslog-parser 0.10.1, glossy 0.1.7, syslog-parse 2.0.0:"
node run.js
echo "As found: a cut address, a lost element, 54 seconds, and no answer."
