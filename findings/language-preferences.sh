#!/bin/sh
# A library that picks a language by `Accept-Language` is expected never to pick the one that was refused:
# a weight of 0 means "not acceptable" (RFC 9110, 12.4.2). accept-language-parser, accept-language, locale,
# resolve-accept-language, and accept-language-negotiator return Spanish to someone who takes anything but
# Spanish, as does @fluent/langneg, which reads no weights. With a space before the semicolon of a weight,
# which the grammar allows, three of them and Fluent prefer English, although it weighs half as much. A
# region of three digits, as in es-419, is as good as one of two letters (RFC 5646, 2.2.4), but Fluent
# takes no such tag: it returns English though es-419 is both asked for and there. resolve-accept-language
# refuses it. negotiator and @hapi/accept do all three right.
# We ask the browser for the one language of its interface (src/platform/worker/strings.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error accept-language-parser@1.5.0 \
  accept-language@3.0.20 locale@0.1.0 resolve-accept-language@3.2.2 accept-language-negotiator@1.2.1 \
  @fluent/langneg@0.7.0 negotiator@1.1.0 @hapi/accept@6.0.3 > /dev/null
cat > run.js <<'JS'
import { createRequire } from 'node:module';
import { acceptedLanguages, negotiateLanguages } from '@fluent/langneg';
import { resolveAcceptLanguage } from 'resolve-accept-language';

// The others have no ES module.
const require = createRequire(import.meta.url);
const acceptLanguageParser = require('accept-language-parser');
const acceptLanguage = require('accept-language').default;
const { Locales } = require('locale');
const { lookup } = require('accept-language-negotiator');
const Negotiator = require('negotiator');
const hapi = require('@hapi/accept');

const libraries = {
  'accept-language-parser': (header, offered) => acceptLanguageParser.pick(offered, header),
  'accept-language': (header, offered) => {
    acceptLanguage.languages(offered);
    return acceptLanguage.get(header);
  },
  locale: (header, offered) =>
    String(new Locales(header).best(new Locales(offered, offered[0]))).replace('_', '-'),
  'resolve-accept-language': (header, offered) => resolveAcceptLanguage(header, offered, offered[0]),
  'accept-language-negotiator': (header, offered) => lookup(header, offered, offered[0]),
  '@fluent/langneg': (header, offered) =>
    negotiateLanguages(acceptedLanguages(header), offered, {
      strategy: 'lookup',
      defaultLocale: offered[0],
    })[0],
  negotiator: (header, offered) =>
    new Negotiator({ headers: { 'accept-language': header } }).language(offered),
  '@hapi/accept': (header, offered) => hapi.language(header, offered),
};
const cases = [
  ['es-ES;q=0, *', ['en-US', 'es-ES']],
  ['en-US;q=0.4, es-ES ; q=0.8', ['en-US', 'es-ES']],
  ['es-419', ['en-US', 'es-419']],
];
const expected = {
  'accept-language-parser': 'es-ES, es-ES, es-419',
  'accept-language': 'es-ES, en-US, es-419',
  locale: 'es-ES, en-US, es-419',
  'resolve-accept-language': 'es-ES, en-US, refused',
  'accept-language-negotiator': 'es-ES, es-ES, es-419',
  '@fluent/langneg': 'es-ES, en-US, en-US',
  negotiator: 'en-US, es-ES, es-419',
  '@hapi/accept': 'en-US, es-ES, es-419',
};
const attempt = (pick) => {
  try {
    return pick();
  } catch {
    return 'refused';
  }
};
let isAsFound = true;
// Each gets a list of its own: accept-language-negotiator sorts the one that it is given.
for (const [name, pick] of Object.entries(libraries)) {
  const seen = cases.map(([header, offered]) => attempt(() => pick(header, [...offered]))).join(', ');
  console.log(`  ${name}: ${seen}`);
  isAsFound &&= seen === expected[name];
}
process.exit(isAsFound ? 0 : 1);
JS
echo "accept-language-parser 1.5.0, accept-language 3.0.20, locale 0.1.0, resolve-accept-language 3.2.2,"
echo "accept-language-negotiator 1.2.1, @fluent/langneg 0.7.0, negotiator 1.1.0, @hapi/accept 6.0.3;"
echo "Spanish refused, Spanish preferred with a space before its weight, es-419 asked for and offered:"
node run.js
echo "As found: six of eight return the language that was refused."
