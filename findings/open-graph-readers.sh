#!/bin/sh
# The Open Graph protocol says what a page with several images means: what follows an image, such as its
# width, is this image's, up to the next one; and where two tags disagree, the first one counts (ogp.me,
# "Structured Properties" and "Arrays"). open-graph-scraper-lite collects each property in a list of its own
# and joins them by their place in it, so that the third image's width lands on the second, and its text
# on the first. @devmehq/open-graph-extractor does the same with widths. Of two types, both keep the last:
# the product is a website. url-metadata joins them, "product,website", and open-graph makes them a list.
# parse-open-graph joins width and image correctly, and keeps the last type, too.
# We take the first of each and no images (src/content/page-facts.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error open-graph-scraper-lite@2.1.0 \
  @devmehq/open-graph-extractor@1.1.1 url-metadata@5.10.0 open-graph@0.2.6 parse-open-graph@0.4.0 > /dev/null
cat > run.js <<'JS'
import { createRequire } from 'node:module';
import scraper from 'open-graph-scraper-lite';
import { extractOpenGraph } from '@devmehq/open-graph-extractor';
import urlMetadata from 'url-metadata';

// The other two have no ES module.
const require = createRequire(import.meta.url);
const openGraph = require('open-graph');
const parseOpenGraph = require('parse-open-graph');

const tags = [
  ['og:type', 'product'],
  ['og:type', 'website'],
  ['og:title', 'Acme'],
  ['og:image', 'https://shop.example/box.png'],
  ['og:image:width', '640'],
  ['og:image', 'https://shop.example/screen.png'],
  ['og:image', 'https://shop.example/logo.png'],
  ['og:image:width', '64'],
  ['og:image:alt', 'The logo'],
];
const metas = tags.map(([property, content]) => `<meta property="${property}" content="${content}">`);
const html = `<!doctype html><html><head><meta charset="utf-8">${metas.join('')}</head><body></body></html>`;

const file = (address) => address.replace(/^.*\//, '');
const list = (images) =>
  images.map(({ url, width, alt }) => [file(url), width, alt].filter(Boolean).join(' ')).join(', ');
const response = new Response(html, { headers: { 'content-type': 'text/html' } });
const readers = {
  'open-graph-scraper-lite': async () => {
    const { result } = await scraper({ html });
    return [result.ogType, list(result.ogImage)];
  },
  '@devmehq/open-graph-extractor': () => {
    const { ogType, ogImage } = extractOpenGraph(html, { allMedia: true });
    return [ogType, list(ogImage)];
  },
  'url-metadata': async () => {
    const read = await urlMetadata(null, { parseResponseObject: response });
    return [read['og:type'], `widths ${read['og:image:width']}`];
  },
  'open-graph': () => {
    const { type, image } = openGraph.parse(html);
    return [JSON.stringify(type), `widths ${image.width}`];
  },
  'parse-open-graph': () => {
    const { og } = parseOpenGraph.parse(tags.map(([property, content]) => ({ property, content })));
    return [og.type, list(og.image)];
  },
};
const expected = {
  'open-graph-scraper-lite': 'website; box.png 640 The logo, screen.png 64, logo.png',
  '@devmehq/open-graph-extractor': 'website; box.png 640, screen.png 64, logo.png',
  'url-metadata': 'product,website; widths 640,64',
  'open-graph': '["product","website"]; widths 640,64',
  'parse-open-graph': 'website; box.png 640, screen.png, logo.png 64 The logo',
};
let isAsFound = true;
for (const [name, read] of Object.entries(readers)) {
  const seen = (await read()).join('; ');
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "open-graph-scraper-lite 2.1.0, @devmehq/open-graph-extractor 1.1.1, url-metadata 5.10.0,"
echo "open-graph 0.2.6, parse-open-graph 0.4.0:"
node run.js
echo "As found: one image's width and text on others, and the last type or both."
