#!/bin/sh
# Two libraries that turn host names into ASCII are expected to agree, or at least to follow one rule for
# the four letters that IDNA 2008 treats differently from 2003. idna-uts46-hx follows 2008 for the German
# sharp s and 2003 for the Greek final sigma, which it makes a plain sigma: a Greek name from a list gets
# an ASCII form that no browser asks for. tr46, whatwg-url, and Node follow 2008 for both.
# We take hosts from the browser's own URL and from the policy through it (src/core/base/web-address.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  idna-uts46-hx@6.0.8 tr46@6.0.0 whatwg-url@16.0.1 > /dev/null
cat > run.js <<'JS'
import { toAscii } from 'idna-uts46-hx';
import tr46 from 'tr46';
import { URL as WhatwgUrl } from 'whatwg-url';

const seen = ['straße.de', 'λόγος.gr'].map((host) => {
  const row = {
    'idna-uts46-hx': toAscii(host),
    tr46: tr46.toASCII(host),
    'whatwg-url': new WhatwgUrl(`https://${host}/`).hostname,
    node: new URL(`https://${host}/`).hostname,
  };
  console.log(`  ${host}: ${JSON.stringify(row)}`);
  return row;
});
const isOne = ({ tr46: one, node, 'whatwg-url': other }) => one === node && node === other;
const isAsFound =
  seen.every(isOne) &&
  seen[0]['idna-uts46-hx'] === seen[0].node &&
  seen[1]['idna-uts46-hx'] !== seen[1].node;
process.exit(isAsFound ? 0 : 1);
JS
echo "idna-uts46-hx 6.0.8, tr46 6.0.0, whatwg-url 16.0.1, Node $(node --version):"
node run.js
echo "As found: sharp s by one rule, final sigma by the other."
