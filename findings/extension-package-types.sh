#!/bin/sh
# A library that tells files by their first bytes is expected to name a browser's package as the browser
# does. file-type calls a CRX application/x-google-chrome-extension, where Chrome's documentation, and
# the tables by file name, say application/x-chrome-extension. An XPI is one for it only once Mozilla has
# signed it; before, it is a plain ZIP. magic-bytes.js takes a .reg file as Windows writes it (UTF-16)
# for Java's class file or text.
# docs/admin/self-hosting.md sets the types by the name's ending; nothing of ours looks at first bytes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  file-type@21.3.4 magic-bytes.js@1.13.1 mime-types@3.0.2 fflate@0.8.3 > /dev/null
cat > run.js <<'JS'
import { fileTypeFromBuffer } from 'file-type';
import { filetypeinfo } from 'magic-bytes.js';
import mimeTypes from 'mime-types';
import { strToU8, zipSync } from 'fflate';

const manifest = { 'manifest.json': strToU8('{"manifest_version": 3}') };
const zip = zipSync(manifest);
// A CRX is a header of the given length, and then a ZIP.
const header = [...strToU8('Cr24'), 3, 0, 0, 0, 4, 0, 0, 0, 0x82, 0xf1, 4, 0];
const files = {
  'a.crx': Uint8Array.from([...header, ...zip]),
  'unsigned.xpi': zip,
  'signed.xpi': zipSync({ ...manifest, 'META-INF/mozilla.rsa': strToU8('signature') }),
  'policy.reg': Buffer.from('\ufeffWindows Registry Editor Version 5.00\r\n\r\n', 'utf16le'),
};
const expected = {
  'a.crx': 'application/x-google-chrome-extension, application/x-chrome-extension, crx',
  'unsigned.xpi': 'application/zip, application/x-xpinstall',
  'signed.xpi': 'application/x-xpinstall, application/x-xpinstall',
  'policy.reg': 'application/x-ms-regedit, false, class txt',
};
let isAsFound = true;
for (const [name, bytes] of Object.entries(files)) {
  const byBytes = (await fileTypeFromBuffer(bytes))?.mime;
  const others = name.endsWith('.xpi') ? [] : [filetypeinfo(bytes).map(({ typename }) => typename).join(' ')];
  const seen = [byBytes, mimeTypes.lookup(name), ...others].join(', ');
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "file-type 21.3.4, mime-types 3.0.2, magic-bytes.js 1.13.1:"
node run.js
echo "As found: another name for a CRX, and an XPI that is one only when signed."
