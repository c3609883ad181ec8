#!/bin/sh
# A host in a filter list is expected to match however it is spelled, or to be refused when it is read.
# @ghostery/adblocker makes a filter of each of these and reports nothing, and none of them ever fires:
# a host in its own letters rather than in punycode, a host that ends in a dot, and a line of a hosts
# file, which becomes a pattern with a space in it. A filter with the option `match-case` is dropped.
# Our hosts are brought to the browser's spelling before they are compared (src/core/base/web-address.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @ghostery/adblocker@2.18.2 > /dev/null
cat > run.js <<'JS'
import { FiltersEngine, Request } from '@ghostery/adblocker';

const own = new URL('https://παράδειγμα.example/').hostname;
const rows = [
  ['punycode', `||${own}^`, `https://${own}/`, '1 filter, fires'],
  ['own letters', '||παράδειγμα.example^', `https://${own}/`, '1 filter, never fires'],
  ['no dot', '||shop.example^', 'https://shop.example./', '1 filter, fires'],
  ['a dot', '||shop.example.^', 'https://shop.example./', '1 filter, never fires'],
  ['hosts file', '0.0.0.0 shop.example', 'https://shop.example/', '1 filter, never fires'],
  ['plain', '/Setup.exe', 'https://shop.example/Setup.exe', '1 filter, fires'],
  ['match-case', '/Setup.exe$match-case', 'https://shop.example/Setup.exe', '0 filters, never fires'],
];
let isAsFound = true;
for (const [name, rule, url, expected] of rows) {
  const engine = FiltersEngine.parse(rule);
  const count = engine.getFilters().networkFilters.length;
  const { match } = engine.match(Request.fromRawDetails({ url, type: 'main_frame' }));
  const seen = `${count} ${count === 1 ? 'filter' : 'filters'}, ${match ? 'fires' : 'never fires'}`;
  console.log(`  ${name}: ${rule} for ${url}: ${seen}`);
  isAsFound &&= seen === expected;
}
process.exit(isAsFound ? 0 : 1);
JS
echo "@ghostery/adblocker 2.18.2:"
node run.js
echo "As found: three spellings are taken and never fire, and one option drops the filter."
