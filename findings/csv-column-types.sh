#!/bin/sh
# In CSV every field is text (RFC 4180, 2). A reader that makes numbers of some is expected to leave alone
# what is none. comma-separated-values, told that there is a header, takes each column's type from its first
# row, so that after version 21.10 the version 21.3.10.391 is NaN. udSV, with the types that it infers,
# looks at ten lines, so that this version is NaN once it is below them; a column with the marks x and y
# is false and true, since y is taken for yes; and of a file with one column in quotes, it returns no row.
# csv-js and csv42 make a boolean of "true" even in quotes, and convert value by value, losing none.
# Our table of facts has every field in quotes, yes and no, and dates (src/core/view/popup/fact-sheet.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  comma-separated-values@3.6.4 udsv@0.7.3 csv-js@1.0.0 csv42@5.0.3 > /dev/null
cat > run.js <<'JS'
import { createRequire } from 'node:module';
import { csv2json } from 'csv42';
import { inferSchema, initParser } from 'udsv';

// The other two have no ES module.
const require = createRequire(import.meta.url);
const CommaSeparated = require('comma-separated-values');
const csvJs = require('csv-js');

const readers = {
  'comma-separated-values': (text) =>
    new CommaSeparated(text, { header: true }).parse().map((row) => Object.values(row)[0]),
  udSV: (text) => initParser(inferSchema(text)).typedArrs(text).map(([value]) => value),
  'csv-js': (text) => csvJs.parse(text).slice(1).map(([value]) => value),
  csv42: (text) => csv2json(text).map((row) => Object.values(row)[0]),
};
const older = Array.from({ length: 10 }, (_, index) => `20.${index}`);
const columns = {
  versions: ['version', '21.10', '21.3.10.391'],
  'versions, the other one in line 12': ['version', ...older, '21.3.10.391'],
  marks: ['mark', 'x', 'y'],
  quoted: ['word', '"true"', '"other"'],
};
const expected = {
  'comma-separated-values': '21.1 NaN; 20.9 NaN; x y; true other',
  udSV: '21.10 21.3.10.391; 20.9 NaN; false true (boolean); no row',
  'csv-js': '21.1 21.3.10.391; 20.9 21.3.10.391; x y; true (boolean) other',
  csv42: '21.1 21.3.10.391; 20.9 21.3.10.391; x y; true (boolean) other',
};
// The last two values of each column.
const say = (value) => (value === true ? 'true (boolean)' : String(value));
let isAsFound = true;
for (const [name, read] of Object.entries(readers)) {
  const seen = Object.values(columns)
    .map((lines) => read(`${lines.join('\r\n')}\r\n`).slice(-2).map(say).join(' ') || 'no row')
    .join('; ');
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "comma-separated-values 3.6.4, udSV 0.7.3, csv-js 1.0.0, csv42 5.0.3:"
node run.js
echo "As found: values that don't fit the first ones are gone."
