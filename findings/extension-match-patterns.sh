#!/bin/sh
# A library that matches addresses by an extension's match patterns is expected to answer as browsers do:
# a pattern without a port fits every port, its path is compared with the address's path and query together,
# and the part after # counts for nothing (Chrome's page on match patterns, and MDN's).
# @webext-core/match-patterns leaves the query out, so that `/?id=*` fits no address at all and `/a` fits
# `/a?x=1`. webext-patterns and url-match-patterns compare with the whole address, so that a port or a #
# makes a page another one, and in webext-patterns a `+` in the path is a regular expression's. A test
# with them passes where the browser runs no script, and the other way around.
# We match only the two kinds that our manifest has (src/core/base/web-address.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @webext-core/match-patterns@2.0.0 \
  webext-patterns@1.5.1 url-match-patterns@0.2.0 browser-extension-url-match@1.2.0 > /dev/null
cat > run.js <<'JS'
import { MatchPattern } from '@webext-core/match-patterns';
import { doesUrlMatchPatterns } from 'webext-patterns';
import urlMatchPatterns from 'url-match-patterns';
import { matchPattern } from 'browser-extension-url-match';

const match = urlMatchPatterns.default ?? urlMatchPatterns;
const libraries = {
  '@webext-core/match-patterns': (pattern, url) => new MatchPattern(pattern).includes(url),
  'webext-patterns': (pattern, url) => doesUrlMatchPatterns(url, pattern),
  'url-match-patterns': (pattern, url) => match(pattern, url),
  'browser-extension-url-match': (pattern, url) => matchPattern(pattern).assertValid().match(url),
};
// Path of the pattern, the rest of the address, and whether they fit in a browser.
const cases = [
  ['/*', ':8443/', true],
  ['/a', '/a#top', true],
  ['/a', '/a?x=1', false],
  ['/?id=*', '/?id=5', true],
  ['/a+b', '/a+b', true],
  ['/a*', '/a/b?x=1', true],
];
const expected = {
  '@webext-core/match-patterns': 'true true true false true true',
  'webext-patterns': 'false false false false false true',
  'url-match-patterns': 'false false false true true true',
  'browser-extension-url-match': 'true true false true true true',
};
console.log(`  in browsers: ${cases.map(([, , fits]) => fits).join(' ')}`);
let isAsFound = true;
for (const [name, fits] of Object.entries(libraries)) {
  const seen = cases
    .map(([path, rest]) => fits(`https://shop.example${path}`, `https://shop.example${rest}`))
    .join(' ');
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "@webext-core/match-patterns 2.0.0, webext-patterns 1.5.1, url-match-patterns 0.2.0,"
echo "browser-extension-url-match 1.2.0; a port, a fragment, two queries, a plus, and a wildcard:"
node run.js
echo "As found: three of four answer otherwise than browsers."
