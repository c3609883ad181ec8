#!/bin/sh
# One price, written as JSON-LD, microdata, and RDFa, is expected to come out of the three parsers alike,
# so that a checker can compare what a shop says in each. JSON-LD's number 29.9 comes out as the text
# "2.99E1" of type double, the other two as "29.90". In microdata an offer whose type is an http://
# address, inside a product whose type is https://, gets its properties from the product's vocabulary.
# We compare no prices, and take a type by its last part (src/core/detection/page-evidence).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error jsonld@9.0.0 \
  microdata-rdf-streaming-parser@3.0.0 rdfa-streaming-parser@3.0.2 > /dev/null
cat > run.js <<'JS'
import { once } from 'node:events';
import jsonld from 'jsonld';
import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import { RdfaParser } from 'rdfa-streaming-parser';

const base = 'https://shop.example/';
const document = {
  '@context': { '@vocab': 'https://schema.org/' },
  '@type': 'Product',
  offers: { '@type': 'http://schema.org/Offer', price: 29.9 },
};
const microdata = `
  <div itemscope itemtype="https://schema.org/Product">
    <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><b itemprop="price">29.90</b></div>
  </div>`;
const rdfa = `
  <div vocab="https://schema.org/" typeof="Product">
    <div property="offers" vocab="http://schema.org/" typeof="Offer"><b property="price">29.90</b></div>
  </div>`;

async function quadsOf(parser, html) {
  const quads = [];
  parser.on('data', (quad) => quads.push(quad));
  parser.end(html);
  await once(parser, 'end');
  return quads;
}
function priceIn(quads) {
  const { predicate, object } = quads.find((quad) => quad.predicate.value.endsWith('price'));
  return `${predicate.value} ${object.value} ${object.datatype.value.replace(/^.*#/, '')}`;
}

const seen = {
  jsonld: priceIn(await jsonld.toRDF(document, { base })),
  microdata: priceIn(await quadsOf(new MicrodataRdfParser({ baseIRI: base }), microdata)),
  rdfa: priceIn(await quadsOf(new RdfaParser({ baseIRI: base, contentType: 'text/html' }), rdfa)),
};
for (const [name, row] of Object.entries(seen)) console.log(`  ${name}: ${row}`);
const expected = {
  jsonld: 'https://schema.org/price 2.99E1 double',
  microdata: 'https://schema.org/price 29.90 string',
  rdfa: 'http://schema.org/price 29.90 string',
};
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
echo "jsonld 9.0.0, microdata-rdf-streaming-parser 3.0.0, rdfa-streaming-parser 3.0.2:"
node run.js
echo "As found: one price in three forms."
