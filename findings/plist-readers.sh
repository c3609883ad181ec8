#!/bin/sh
# Every reader of property lists is expected to give the same values for the same file. Four from npm
# change values without a word, where Python's plistlib keeps them: plist reads a hexadecimal integer
# as 0; simple-plist reads a large integer as -1 from a binary file and rounds it in the XML of the
# same list; fast-plist takes a CDATA section's own marks for text; @plist/parse cuts off spaces.
# Our profiles have text without outer spaces, no CDATA, and small decimal integers
# (tools/release/policies).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  plist@5.0.0 simple-plist@1.4.0 fast-plist@0.1.3 @plist/parse@1.1.0 > /dev/null
cat > list.plist <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>hexadecimal</key><integer>0x1F</integer>
  <key>large</key><integer>9223372036854775807</integer>
  <key>marked</key><string><![CDATA[a & b]]></string>
  <key>spaced</key><string>  a</string>
</dict>
</plist>
XML
cat > run.js <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse as plist } from 'plist';
import simple from 'simple-plist';
import fast from 'fast-plist';
import { parse as modern } from '@plist/parse';

const xml = readFileSync('list.plist', 'utf8');
const program = `
import plistlib
values = plistlib.load(open('list.plist', 'rb'))
plistlib.dump(values, open('binary.plist', 'wb'), fmt=plistlib.FMT_BINARY)
print('|'.join(str(value) for value in values.values()))`;
const names = ['hexadecimal', 'large', 'marked', 'spaced'];
const rows = {
  plistlib: execFileSync('python3', ['-c', program], { encoding: 'utf8' }).replace(/\n$/, ''),
};
const readers = {
  plist: () => plist(xml),
  'simple-plist': () => simple.parse(xml),
  'simple-plist, binary': () => simple.parse(readFileSync('binary.plist')),
  'fast-plist': () => fast.parse(xml),
  '@plist/parse': () => modern(xml),
};
for (const [name, read] of Object.entries(readers)) {
  const values = read();
  rows[name] = names.map((key) => String(values[key])).join('|');
}
for (const [name, row] of Object.entries(rows)) console.log(`  ${name}: ${row}`);
const expected = {
  plistlib: '31|9223372036854775807|a & b|  a',
  plist: '0|9223372036854776000|a & b|  a',
  'simple-plist': '0|9223372036854776000|a & b|  a',
  'simple-plist, binary': '31|-1|a & b|  a',
  'fast-plist': '0|9223372036854776000|<![CDATA[a & b]]>|  a',
  '@plist/parse': '31|9223372036854775807|a & b|a',
};
process.exit(JSON.stringify(rows) === JSON.stringify(expected) ? 0 : 1);
JS
echo "plist 5.0.0, simple-plist 1.4.0, fast-plist 0.1.3, @plist/parse 1.1.0, $(python3 --version):"
node run.js
echo "As found: one list, and five answers in six readings."
