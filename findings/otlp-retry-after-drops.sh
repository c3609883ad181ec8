#!/bin/sh
# A collector that answers 503 with `Retry-After: 60` is expected to be asked again after a minute.
# OpenTelemetry's exporter gives up at once if that is later than its own limit for one export (10
# seconds by default): one request, and the records are lost. Without the header it asks again after a
# second, so that a collector which names its pause loses what one that names none would have got.
# Ours waits as long as it is told, up to a day, with the records on disk (src/core/report/delivery.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @opentelemetry/exporter-logs-otlp-http@0.223.1 @opentelemetry/api@1.9.1 > /dev/null
cat > run.js <<'JS'
import { createServer } from 'node:http';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';

const record = {
  hrTime: [1, 0],
  hrTimeObserved: [1, 0],
  attributes: {},
  resource: { attributes: {} },
  instrumentationScope: { name: 'finding' },
  body: 'one',
};

// Busy for its first answer, then fine.
async function run(headers) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    request.on('end', () => response.writeHead(requests === 1 ? 503 : 200, headers).end('{}'));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const exporter = new OTLPLogExporter({ url: `http://127.0.0.1:${server.address().port}/v1/logs` });
  const start = Date.now();
  const { code } = await new Promise((done) => exporter.export([record], done));
  const seconds = (Date.now() - start) / 1000;
  await exporter.shutdown();
  server.close();
  server.closeAllConnections();
  return { requests, isDelivered: code === 0, seconds };
}

const silent = await run({});
const told = await run({ 'Retry-After': '60' });
for (const [name, { requests, isDelivered, seconds }] of Object.entries({ silent, told })) {
  const waited = seconds < 0.7 ? 'at once' : 'after a pause';
  console.log(`  ${name}: ${requests} requests, ${isDelivered ? 'delivered' : 'lost'} ${waited}`);
}
const isAsFound =
  silent.requests === 2 && silent.isDelivered && told.requests === 1 && !told.isDelivered && told.seconds < 8;
process.exit(isAsFound ? 0 : 1);
JS
echo "@opentelemetry/exporter-logs-otlp-http 0.223.1, a collector that is busy once:"
node run.js
echo "As found: a pause longer than the limit of one export loses the records."
