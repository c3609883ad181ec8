#!/bin/sh
# A download that broke off is resumed with `If-Range`, which says of which version the first part is. A
# static server is expected to send the rest only of that version, and otherwise the whole new file
# (RFC 9110, 13.1.5). serve, sirv, http-server, and Hono pass the header over: the rest of the new file
# is glued to the start of the old one. Asked for the last 5 bytes, sirv sends the first 6, and
# http-server refuses. Hono's etag middleware gives each part of one file a tag of its own.
# The release's XPI keeps its name from version to version (docs/admin/self-hosting.md says which servers
# to use for it); browsers check its hash, so that such a file is thrown away and not installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error serve-static@2.2.1 \
  serve-handler@6.1.8 sirv@3.0.2 http-server@14.1.1 hono@4.13.19 @hono/node-server@2.1.9 > /dev/null
mkdir files
printf '0123456789abcdefghij' > files/package.xpi
cat > run.js <<'JS'
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import serveStatic from 'serve-static';
import serveHandler from 'serve-handler';
import sirv from 'sirv';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { getRequestListener } from '@hono/node-server';
import { serveStatic as honoStatic } from '@hono/node-server/serve-static';

// http-server has no ES module.
const httpServer = createRequire(import.meta.url)('http-server');
const hono = new Hono().use(etag()).use(honoStatic({ root: './files' }));
const express = serveStatic('files');
const servers = {
  'serve-static': createServer((asked, answer) => express(asked, answer, () => answer.end())),
  'serve-handler': createServer((asked, answer) => serveHandler(asked, answer, { public: 'files' })),
  sirv: createServer(sirv('files')),
  'http-server': httpServer.createServer({ root: 'files' }).server,
  hono: createServer(getRequestListener(hono.fetch)),
};

async function seen(server) {
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const ask = (headers) =>
    new Promise((done, failed) => {
      const options = { host: '127.0.0.1', port: server.address().port, path: '/package.xpi', headers };
      const asked = request(options, async (answer) => {
        let text = '';
        for await (const part of answer) text += part;
        done({ status: answer.statusCode, text, etag: answer.headers.etag });
      });
      asked.on('error', failed).end();
    });
  // Its first part is of a version that is no longer there.
  const resumed = await ask({ range: 'bytes=10-', 'if-range': 'Mon, 01 Jan 2024 00:00:00 GMT' });
  const last = await ask({ range: 'bytes=-5' });
  const [one, other] = [await ask({ range: 'bytes=0-4' }), await ask({ range: 'bytes=5-9' })];
  server.close();
  server.closeAllConnections();
  const tags = one.etag === undefined ? 'no tag' : one.etag === other.etag ? 'one tag' : 'two tags';
  return `${resumed.status} ${resumed.text}, ${last.status} ${last.text}, ${tags}`;
}

const whole = '0123456789abcdefghij';
const expected = {
  'serve-static': `200 ${whole}, 206 fghij, one tag`,
  'serve-handler': '206 abcdefghij, 206 fghij, no tag',
  sirv: '206 abcdefghij, 206 012345, no tag',
  'http-server': '206 abcdefghij, 416 , one tag',
  hono: '206 abcdefghij, 206 fghij, two tags',
};
let isAsFound = true;
for (const [name, server] of Object.entries(servers)) {
  const answer = await seen(server);
  console.log(`  ${name}: ${answer}`);
  isAsFound &&= answer === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "serve-static 2.2.1, serve-handler 6.1.8, sirv 3.0.2, http-server 14.1.1, hono 4.13.19;"
echo "a file resumed at its tenth byte after it changed, its last 5 bytes, and the tags of two parts:"
node run.js
echo "As found: four of five send the rest of another file."
