#!/bin/sh
# A client that tries again on its own is expected to wait as long as `Retry-After` says. npm's own
# make-fetch-happen, ofetch, and fetch-retry never look at it: a server that asks for two seconds of rest
# has them back sooner, all of them at the same time. retry-axios takes "0", and a date that has passed,
# which mean "at once", for "never", and gives up.
# Ours reads both forms, and takes a time that has passed as now (src/core/base/time.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error make-fetch-happen@15.0.6 \
  ofetch@1.5.1 fetch-retry@6.0.0 axios@1.21.1 retry-axios@4.0.3 got@14.6.6 > /dev/null
cat > run.js <<'JS'
import { createServer } from 'node:http';
import makeFetchHappen from 'make-fetch-happen';
import { ofetch } from 'ofetch';
import fetchRetry from 'fetch-retry';
import axios from 'axios';
import { attach } from 'retry-axios';
import got from 'got';

const withRetries = fetchRetry(fetch, { retries: 2, retryDelay: 500, retryOn: [503] });
const client = axios.create();
attach(client);
const clients = {
  got: (url) => got(url),
  'make-fetch-happen': (url) => makeFetchHappen(url, { retry: { retries: 2, minTimeout: 100 } }),
  ofetch: (url) => ofetch(url, { retry: 2 }),
  'fetch-retry': (url) => withRetries(url),
  'retry-axios': (url) => client.get(url, { raxConfig: { retry: 3 } }),
};

// Busy for its first answer, then fine.
async function run(ask, retryAfter) {
  const times = [];
  const server = createServer((request, response) => {
    times.push(Date.now());
    const isBusy = times.length === 1;
    response.writeHead(isBusy ? 503 : 200, isBusy ? { 'Retry-After': retryAfter } : {}).end('answer');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  await ask(`http://127.0.0.1:${server.address().port}/`).catch(() => {});
  server.close();
  server.closeAllConnections();
  if (times.length === 1) return 'gives up';
  return times[1] - times[0] >= 1_900 ? 'waits' : 'comes back sooner';
}

const expected = {
  got: 'waits, comes back sooner',
  'make-fetch-happen': 'comes back sooner, comes back sooner',
  ofetch: 'comes back sooner, comes back sooner',
  'fetch-retry': 'comes back sooner, comes back sooner',
  'retry-axios': 'waits, gives up',
};
let isAsFound = true;
for (const [name, ask] of Object.entries(clients)) {
  const seen = `${await run(ask, '2')}, ${await run(ask, '0')}`;
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "got 14.6.6, make-fetch-happen 15.0.6, ofetch 1.5.1, fetch-retry 6.0.0, retry-axios 4.0.3;"
echo "asked to wait for 2 seconds, and for 0:"
node run.js
echo "As found: three don't look, and one takes 0 for never."
