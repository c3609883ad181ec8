#!/bin/sh
# A target of TUF is a path, and an updater is expected to ask for it as an address and to keep it as a
# path. tuf-js puts the path into the address as it stands: of `notes#7.json` the server is asked for what
# comes before the #, and `notes?7.json` arrives as a query. It keeps what came in one flat folder, with
# %2F for each slash, and %2523 where the name had %23.
# No document of our feed names a file: the names are fixed, or a number (src/core/update/check-feed.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  tuf-js@5.0.1 @tufjs/canonical-json@2.0.0 > /dev/null
cat > run.js <<'JS'
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { relative } from 'node:path';
import { Updater } from 'tuf-js';
import canonical from '@tufjs/canonical-json';

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: bytes.toString('hex') } };
const keyid = sha256(canonical.canonicalize(key));
const meta = { spec_version: '1.0.31', version: 1, expires: '2100-01-01T00:00:00Z' };
const file = (signed) => {
  const sig = sign(null, Buffer.from(canonical.canonicalize(signed)), privateKey).toString('hex');
  return JSON.stringify({ signatures: [{ keyid, sig }], signed });
};
const role = { keyids: [keyid], threshold: 1 };
const roles = { root: role, timestamp: role, snapshot: role, targets: role };
const body = '{"one":1}';
const target = { length: body.length, hashes: { sha256: sha256(body) } };
const expected = {
  'notes/7.json': '/targets/notes/7.json, notes%2F7.json',
  'notes#7.json': '/targets/notes, notes%237.json',
  'notes?7.json': '/targets/notes?7.json, notes%3F7.json',
  'notes%237.json': '/targets/notes%237.json, notes%25237.json',
};
const targets = Object.fromEntries(Object.keys(expected).map((name) => [name, target]));
const files = {
  '/timestamp.json': file({ _type: 'timestamp', ...meta, meta: { 'snapshot.json': { version: 1 } } }),
  '/snapshot.json': file({ _type: 'snapshot', ...meta, meta: { 'targets.json': { version: 1 } } }),
  '/targets.json': file({ _type: 'targets', ...meta, targets }),
};
let asked = '';
const server = createServer((request, response) => {
  asked = request.url;
  const text = asked.startsWith('/targets/') ? body : files[asked];
  response.writeHead(text === undefined ? 404 : 200).end(text);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
mkdirSync('metadata');
mkdirSync('kept');
const root = { _type: 'root', ...meta, consistent_snapshot: false, keys: { [keyid]: key }, roles };
writeFileSync('metadata/root.json', file(root));
const address = `http://127.0.0.1:${server.address().port}`;
const updater = new Updater({
  metadataDir: 'metadata',
  targetDir: 'kept',
  metadataBaseUrl: address,
  targetBaseUrl: `${address}/targets`,
});
await updater.refresh();
let isAsFound = true;
for (const [name, wanted] of Object.entries(expected)) {
  const kept = await updater.downloadTarget(await updater.getTargetInfo(name));
  const seen = `${asked}, ${relative('kept', kept)}`;
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === wanted;
}
server.close();
server.closeAllConnections();
process.exit(isAsFound ? 0 : 1);
JS
echo "tuf-js 5.0.1: the target, what the server is asked for, what the file is called"
node run.js
echo "As found: the name is an address in one place, and encoded in the other."
