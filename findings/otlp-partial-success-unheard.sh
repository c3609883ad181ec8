#!/bin/sh
# A collector that takes a request but refuses some of its records says so in `partialSuccess`. One
# would expect the exporter to report a failure, or at least to count them. OpenTelemetry's exporter
# calls the export a success and writes a line to its diagnostic log, which is off by default. In a
# browser it does not read the answer at all, and not even that line appears.
# Ours counts the refused records, reports the number, and shows it (src/core/report/delivery.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @opentelemetry/exporter-logs-otlp-http@0.223.1 @opentelemetry/api@1.9.1 > /dev/null
cat > run.js <<'JS'
import { createServer } from 'node:http';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
// What the package's `browser` field gives to a bundler.
import * as browser from './node_modules/@opentelemetry/exporter-logs-otlp-http/build/src/platform/browser/index.js';

const answer = JSON.stringify({ partialSuccess: { rejectedLogRecords: '1', errorMessage: 'too old' } });
const answerHeaders = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, answerHeaders).end(answer));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${server.address().port}/v1/logs`;
const record = {
  hrTime: [1, 0],
  hrTimeObserved: [1, 0],
  attributes: {},
  resource: { attributes: {} },
  instrumentationScope: { name: 'finding' },
  body: 'one',
};
let lines = [];
const hear = (...words) => lines.push(words.join(' '));
const quiet = () => {};
const log = { error: hear, warn: hear, info: quiet, debug: quiet, verbose: quiet };
diag.setLogger(log, { logLevel: DiagLogLevel.ALL, suppressOverrideMessage: true });

async function run(exporter) {
  lines = [];
  const { code } = await new Promise((done) => exporter.export([record], done));
  return { isSuccess: code === 0, isLogged: lines.some((line) => line.includes('Partial Success')) };
}

// A page or worker has an address of its own.
globalThis.location = { origin: 'https://app.example' };
const seen = {
  node: await run(new OTLPLogExporter({ url })),
  browser: await run(new browser.OTLPLogExporter({ url })),
};
server.close();
server.closeAllConnections();
for (const [name, { isSuccess, isLogged }] of Object.entries(seen))
  console.log(`  ${name}: ${isSuccess ? 'success' : 'failure'}, ${isLogged ? 'logged' : 'not logged'}`);
const isAsFound =
  seen.node.isSuccess && seen.node.isLogged && seen.browser.isSuccess && !seen.browser.isLogged;
process.exit(isAsFound ? 0 : 1);
JS
echo "@opentelemetry/exporter-logs-otlp-http 0.223.1, a collector that refuses the one record sent:"
node run.js
echo "As found: success, and in a browser not a word."
