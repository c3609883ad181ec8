#!/bin/sh
# A table of time zones is expected to know the names that browsers give. Chromium still gives the old
# ones (Europe/Kiev, America/Indianapolis, Asia/Calcutta), Firefox the new ones, and each table knows
# one half: moment-timezone has no country for the old names, and windows-iana no Windows zone for new
# ones. @vvo/tzdb puts a Canadian zone into Panama, because the database links its name to Panama's.
# Our table lists every name under its own country, also where it is a link (tools/generate/time-zones.ts).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "app", "private": true, "type": "module" }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  moment-timezone@0.6.6 @vvo/tzdb@6.202.0 windows-iana@5.1.0 > /dev/null
cat > run.js <<'JS'
import moment from 'moment-timezone';
import { rawTimeZones } from '@vvo/tzdb';
import { findWindows } from 'windows-iana';

const ofMoment = (zone) =>
  moment.tz.countries().filter((code) => moment.tz.zonesForCountry(code).includes(zone)).join() || 'none';
const ofVvo = (zone) =>
  rawTimeZones.find(({ name, group }) => name === zone || group.includes(zone))?.countryCode ?? 'none';
const expected = {
  'Europe/Kiev': 'none, UA, FLE Standard Time',
  'Europe/Kyiv': 'UA, UA, none',
  'America/Indianapolis': 'none, US, US Eastern Standard Time',
  'America/Indiana/Indianapolis': 'US, US, US Eastern Standard Time',
  'America/Coral_Harbour': 'none, PA, SA Pacific Standard Time',
  'America/Atikokan': 'CA, CA, SA Pacific Standard Time',
  'America/Ciudad_Juarez': 'MX, MX, none',
};
let isAsFound = true;
for (const [zone, wanted] of Object.entries(expected)) {
  const seen = `${ofMoment(zone)}, ${ofVvo(zone)}, ${findWindows(zone)[0] ?? 'none'}`;
  console.log(`  ${zone}: ${seen}`);
  isAsFound &&= seen === wanted;
}
process.exit(isAsFound ? 0 : 1);
JS
echo "moment-timezone 0.6.6, @vvo/tzdb 6.202.0, windows-iana 5.1.0: country, country, Windows zone"
node run.js
echo "As found: no table knows both spellings, and a Canadian zone is in Panama."
