#!/bin/sh
# A bill of materials made with `--omit dev` is expected to hold what is shipped. When a runtime
# library names a build tool as an *optional* peer, and the project has that tool in its
# devDependencies, npm marks it `devOptional`, and both `npm ls --omit dev` and cyclonedx-npm keep it.
# We filter by the property cdx:npm:package:development (tools/release/bill-of-materials.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'JSON'
{
  "name": "app",
  "version": "1.0.0",
  "private": true,
  "dependencies": { "valibot": "1.5.0" },
  "devDependencies": { "typescript": "6.0.3" }
}
JSON
npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null
echo "npm $(npm --version), cyclonedx-npm 6.0.1, valibot 1.5.0 (optional peer: typescript), typescript 6.0.3"

echo "lock file:"
node -e "
  const one = require('./package-lock.json').packages['node_modules/typescript'];
  console.log('  typescript: dev', one.dev ?? false, '- devOptional', one.devOptional ?? false);
  if (one.dev || !one.devOptional) process.exit(1);
"
echo "npm ls --omit dev --all:"
npm ls --omit dev --all --package-lock-only | sed 's/^/  /' | grep -v '^ *$' | sed '1d'
npm ls --omit dev --all --package-lock-only | grep -q typescript

echo "cyclonedx-npm --omit dev:"
# Without its optional native part, which takes minutes to compile.
npm_config_ignore_scripts=true npx --yes @cyclonedx/cyclonedx-npm@6.0.1 --package-lock-only --omit dev --output-format JSON 2> /dev/null > bill.json
node -e "
  const { components } = require('./bill.json');
  const isTool = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
  for (const one of components) console.log('  ' + one.name, isTool(one) ? '(marked as development)' : '');
  if (!components.some((one) => one.name === 'typescript' && isTool(one))) process.exit(1);
"
echo "As found: the build tool is in both lists."
