#!/bin/sh
# A filter that names a host and the type `document` is there to stop the page itself, and is expected
# to do so in each engine that takes it. abp2dnr makes no rule of it and reports nothing; from the plain
# filter it makes a rule without types, which declarativeNetRequest does not apply to pages. So a list
# that stops pages in @ghostery/adblocker stops none once it is converted for a Manifest V3 extension.
# Only the exception, `@@…$document`, becomes a rule for pages.
# Our rules name `main_frame` themselves (src/core/block/network-rules.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @ghostery/adblocker@2.18.2 @eyeo/abp2dnr@1.3.3 > /dev/null
# abp2dnr asks a compiled part about regular expressions; no filter here has one.
mkdir -p node_modules/@eyeo/abp2dnr/build/Release
echo 'module.exports = {};' > node_modules/@eyeo/abp2dnr/build/Release/isRegexSupported.js
cat > run.js <<'JS'
import { FiltersEngine, Request } from '@ghostery/adblocker';
import { convertFilter } from '@eyeo/abp2dnr';

const page = Request.fromRawDetails({ url: 'https://shop.example/', type: 'main_frame' });
const rows = {
  '||shop.example^': 'stops the page, block without types',
  '||shop.example^$document': 'stops the page, no rule',
  '@@||shop.example^$document': 'lets it pass, allowAllRequests for main_frame sub_frame',
};
let isAsFound = true;
for (const [filter, expected] of Object.entries(rows)) {
  const { match } = FiltersEngine.parse(filter).match(page);
  const rules = (await convertFilter(filter)).map(({ action, condition }) => {
    const types = condition.resourceTypes;
    return `${action.type} ${types === undefined ? 'without types' : `for ${types.join(' ')}`}`;
  });
  const seen = `${match ? 'stops the page' : 'lets it pass'}, ${rules.join('; ') || 'no rule'}`;
  console.log(`  ${filter}: ${seen}`);
  isAsFound &&= seen === expected;
}
process.exit(isAsFound ? 0 : 1);
JS
echo "@ghostery/adblocker 2.18.2, @eyeo/abp2dnr 1.3.3:"
node run.js
echo "As found: what stops pages in one engine is nothing in the other's rules."
