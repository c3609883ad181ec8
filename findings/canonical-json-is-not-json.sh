#!/bin/sh
# Canonical JSON is expected to be JSON, so that what was signed can be read back. The form that TUF
# signs escapes only quotes and backslashes: @tufjs/canonical-json writes a line break inside a string
# as a bare line break, which no JSON parser accepts, where RFC 8785 (canonicalize) writes \n. The two
# therefore give one document two texts, and a signature made over one does not fit the other. A
# fraction, which RFC 8785 writes, is refused; a Date, which JSON writes as text, becomes {}.
# We sign the bytes of a document as they are and need no canonical form (src/core/update/envelope.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @tufjs/canonical-json@2.0.0 canonicalize@4.0.0 > /dev/null
cat > run.js <<'JS'
import tufjs from '@tufjs/canonical-json';
import canonicalize from 'canonicalize';

const attempt = (make) => {
  try {
    return make();
  } catch (error) {
    return `refused: ${error.message}`;
  }
};
const isJson = (text) => attempt(() => typeof JSON.parse(text) === 'object') === true;
const documents = {
  plain: { b: 'one', a: 2 },
  'line break': { text: 'one\ntwo' },
  fraction: { share: 0.5 },
  date: { at: new Date(0) },
};
const seen = {};
for (const [name, document] of Object.entries(documents)) {
  const texts = [tufjs.canonicalize, canonicalize].map((write) => attempt(() => write(document)));
  seen[name] = texts;
  console.log(`  ${name}:`);
  ['@tufjs/canonical-json', 'canonicalize'].forEach((library, index) =>
    console.log(`    ${library}: ${JSON.stringify(texts[index])}, JSON: ${isJson(texts[index])}`),
  );
}
const isAsFound =
  seen.plain[0] === seen.plain[1] &&
  !isJson(seen['line break'][0]) &&
  isJson(seen['line break'][1]) &&
  seen.fraction[0].startsWith('refused') &&
  isJson(seen.fraction[1]) &&
  seen.date[0] === '{"at":{}}' &&
  seen.date[1] === '{"at":"1970-01-01T00:00:00.000Z"}';
process.exit(isAsFound ? 0 : 1);
JS
echo "@tufjs/canonical-json 2.0.0, canonicalize 4.0.0:"
node run.js
echo "As found: one form is not JSON once a text has a line break."
