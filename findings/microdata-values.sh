#!/bin/sh
# A reader of microdata is expected to return what HTML defines: the machine's value where an element
# has one (`data`, `time`), every type that is named, and the properties' own names. web-auto-extractor
# returns the text that people read ("soon" for a date), keeps the last of two types, so that the product
# is none, and files a JSON-LD @graph under the type "undefined". microdata-node makes the number 7 of
# the article number 007, and once an offer with an http:// type has been read inside a product with an
# https:// type, as shops mix them, the product's later properties are named by whole addresses.
# We read types, names, and graphs ourselves (src/content/page-facts.ts, src/core/detection/page-evidence).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  web-auto-extractor@1.0.17 microdata-node@2.0.0 > /dev/null
cat > page.html <<'HTML'
<!doctype html>
<title>Shop</title>
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Shop"}]}
</script>
<div itemscope itemtype="https://schema.org/Product https://schema.org/SoftwareApplication">
  <b itemprop="name">Acme</b>
  <data itemprop="sku" value="007">seven</data>
  <div itemprop="offers" itemscope itemtype="http://schema.org/Offer">
    <time itemprop="priceValidUntil" datetime="2026-12-31">soon</time>
  </div>
  <i itemprop="description">A thing</i>
</div>
HTML
cat > run.js <<'JS'
import { readFileSync } from 'node:fs';
import webAutoExtractor from 'web-auto-extractor';
import microdata from 'microdata-node';

const html = readFileSync('page.html', 'utf8');
const extracted = webAutoExtractor.default().parse(html);
const [kind] = Object.keys(extracted.microdata);
const [item] = extracted.microdata[kind];
const [product] = microdata.toJson(html, { base: 'https://shop.example/' }).items;
const seen = {
  'web-auto-extractor': {
    types: Object.keys(extracted.microdata),
    sku: item.sku,
    priceValidUntil: item.offers.priceValidUntil,
    graphIsUnder: Object.keys(extracted.jsonld),
  },
  'microdata-node': {
    types: product.type.length,
    sku: product.properties.sku,
    priceValidUntil: product.properties.offers[0].properties.priceValidUntil,
    names: Object.keys(product.properties),
  },
};
for (const [name, row] of Object.entries(seen)) console.log(`  ${name}: ${JSON.stringify(row)}`);
const expected = {
  'web-auto-extractor': {
    types: ['SoftwareApplication'],
    sku: 'seven',
    priceValidUntil: 'soon',
    graphIsUnder: ['undefined'],
  },
  'microdata-node': {
    types: 2,
    sku: [7],
    priceValidUntil: ['2026-12-31'],
    names: ['name', 'sku', 'offers', 'http://schema.org/description'],
  },
};
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
echo "web-auto-extractor 1.0.17, microdata-node 2.0.0:"
node run.js
echo "As found: words for dates, one type of two, and a name that turns into an address."
