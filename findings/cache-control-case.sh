#!/bin/sh
# The directives of Cache-Control are compared without regard to case (RFC 9111, 5.2). The library that
# decides for got, npm, and other Node clients what may be kept knows the lower-case spelling alone:
# a `Max-Age` counts for nothing, and `No-Cache` beside a lower-case `max-age` is passed over, so that a
# client shows the old file of a feed until the age is over.
# Our client asks the server at each check, and docs/feed.md writes its directives in lower case.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error http-cache-semantics@4.3.0 > /dev/null
cat > run.js <<'JS'
import CachePolicy from 'http-cache-semantics';

const request = { url: '/advisory.json', method: 'GET', headers: { host: 'feed.example' } };
const secondsFresh = (cacheControl) => {
  const headers = { date: new Date().toUTCString(), 'cache-control': cacheControl, etag: '"7"' };
  return Math.round(new CachePolicy(request, { status: 200, headers }).timeToLive() / 1000);
};
const expected = {
  'max-age=300': 300,
  'Max-Age=300': 0,
  'no-cache, max-age=300': 0,
  'No-Cache, max-age=300': 300,
};
const seen = Object.keys(expected).map((header) => {
  const seconds = secondsFresh(header);
  console.log(`  ${header}: fresh for ${seconds} s`);
  return seconds;
});
const isNear = (seconds, wanted) => Math.abs(seconds - wanted) < 30;
process.exit(seen.every((one, index) => isNear(one, Object.values(expected)[index])) ? 0 : 1);
JS
echo "http-cache-semantics 4.3.0:"
node run.js
echo "As found: a capital letter turns a directive off."
