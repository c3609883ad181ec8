#!/bin/sh
# One attribute keeps one type, a reader would think. OpenTelemetry's own JSON serializer looks at each
# value: 1.5 becomes a double and 2.0 an int under the same key, so that a collector's column changes
# its type from record to record. An int64 is written as a JSON number, where protobuf's JSON mapping
# writes a string, and NaN or an infinity, which that mapping writes as strings, become null.
# Our own exporter (src/core/report/otlp.ts) therefore fixes the type of each attribute in a table.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  @opentelemetry/otlp-transformer@0.214.0 @opentelemetry/api@1.9.1 > /dev/null
cat > run.js <<'JS'
import { JsonLogsSerializer } from '@opentelemetry/otlp-transformer';

const record = {
  hrTime: [1, 0],
  hrTimeObserved: [1, 0],
  attributes: { half: 1.5, whole: 2.0, large: Number.MAX_SAFE_INTEGER, missing: NaN },
  resource: { attributes: {} },
  instrumentationScope: { name: 'finding' },
  body: '',
};
const text = new TextDecoder().decode(JsonLogsSerializer.serializeRequest([record]));
const [{ scopeLogs }] = JSON.parse(text).resourceLogs;
const seen = Object.fromEntries(
  scopeLogs[0].logRecords[0].attributes.map(({ key, value }) => [key, value]),
);
for (const [key, value] of Object.entries(seen)) console.log(`  ${key}: ${JSON.stringify(value)}`);
const isAsFound =
  seen.half.doubleValue === 1.5 &&
  seen.whole.intValue === 2 &&
  seen.large.intValue === Number.MAX_SAFE_INTEGER &&
  seen.missing.doubleValue === null;
process.exit(isAsFound ? 0 : 1);
JS
echo "@opentelemetry/otlp-transformer 0.214.0, Node $(node --version):"
node run.js
echo "As found: the type follows the value, and NaN is null."
