// Queries for administrators, made from the advisory's traces: `tsx
// tools/generate/trace-queries.ts` writes them into docs/admin/inventory.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  readTraces,
  tracesFor,
  type DetectorName,
  type TraceOf,
} from '../../src/core/traces/schema.ts';

const advisoryFile = fileURLToPath(new URL('../../src/data/advisory.json', import.meta.url));
const page = fileURLToPath(new URL('../../docs/admin/inventory.md', import.meta.url));
const [begin, end] = ['<!-- made from the traces: begin -->', '<!-- made from the traces: end -->'];

export interface TraceQueries {
  readonly sql: string;
  readonly powershell: string;
  readonly shell: string;
}

/**
 * Ids and names are letters, digits and a few signs; a quote in one would end the string around it.
 */
function quoted(value: string): string {
  if (/['"\\`$\n]/.test(value)) throw new Error(`This can't stand in a query: ${value}`);
  return `'${value}'`;
}
const list = (values: readonly string[]) => values.map(quoted).join(', ');

/** `traces` as in the advisory. */
export function traceQueries(traces: readonly unknown[]): TraceQueries {
  const read = readTraces(traces).traces;
  const all = <Name extends DetectorName>(name: Name): readonly TraceOf<Name>[] => [
    ...new Set([...tracesFor(read, name, 'chromium'), ...tracesFor(read, name, 'firefox')]),
  ];
  const ids = all('browser-extensions').flatMap((trace) => trace.ids);
  const chromium = ids.filter((id) => /^[a-p]{32}$/.test(id));
  const firefox = ids.filter((id) => !chromium.includes(id));
  const issuers = all('certificate-issuer').flatMap((trace) =>
    trace.issuers.map(({ commonName }) => commonName),
  );
  const programs = all('native-host').flatMap(({ names }) => names);
  const keys = ['Google\\Chrome', 'Microsoft\\Edge'].flatMap((browser) =>
    programs.map(
      (name) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\${browser}\\NativeMessagingHosts\\${name}`,
    ),
  );
  const files = programs.map((name) => `/Library/Google/Chrome/NativeMessagingHosts/${name}.json`);
  return {
    sql: [
      `SELECT u.username, c.browser_type, c.profile, c.identifier, c.version FROM users u JOIN chrome_extensions c USING (uid)\nWHERE c.identifier IN (${list(chromium)});`,
      `SELECT u.username, f.identifier, f.version FROM users u JOIN firefox_addons f USING (uid)\nWHERE f.identifier IN (${list(firefox)});`,
      `SELECT common_name, issuer2, path FROM certificates WHERE common_name IN (${list(issuers)});`,
      `SELECT key, path FROM registry WHERE key IN (${keys.map((key) => `'${key}'`).join(', ')});`,
      `SELECT path FROM file WHERE path IN (${list(files)});`,
    ].join('\n'),
    powershell: [
      `$found = @(Get-ChildItem Cert:\\LocalMachine\\Root | Where-Object { $_.GetNameInfo('SimpleName', $false) -in ${list(issuers)} } | ForEach-Object { "certificate $($_.Subject)" })`,
      `$found += @(${keys.map((key) => `'${key.replace('HKEY_LOCAL_MACHINE\\', 'HKLM:\\')}'`).join(', ')} | Where-Object { Test-Path $_ })`,
      `$found += @(Get-ChildItem 'C:\\Users\\*\\AppData\\Local\\Google\\Chrome\\User Data\\*\\Extensions', 'C:\\Users\\*\\AppData\\Local\\Microsoft\\Edge\\User Data\\*\\Extensions' -Directory -ErrorAction SilentlyContinue | Get-ChildItem -Directory -ErrorAction SilentlyContinue | Where-Object Name -in ${list(chromium)} | ForEach-Object FullName)`,
      `if ($found) { $found -join '; '; exit 1 }`,
      `'No trace was found'`,
      `exit 0`,
    ].join('\n'),
    shell: [
      '#!/bin/sh',
      'found=""',
      ...files.map((file) => `[ -e ${quoted(file)} ] && found="$found program"`),
      ...issuers.map(
        (name) =>
          `security find-certificate -c ${quoted(name)} /Library/Keychains/System.keychain >/dev/null 2>&1 && found="$found certificate"`,
      ),
      `for id in ${chromium.join(' ')}; do`,
      '  for folder in /Users/*/"Library/Application Support"/*/*/*/Extensions/"$id"; do',
      '    [ -d "$folder" ] && found="$found extension"',
      '  done',
      'done',
      'if [ -n "$found" ]; then echo "<result>present:$found</result>"; else echo "<result>not found</result>"; fi',
    ].join('\n'),
  };
}

export function traceQueriesPage(traces: readonly unknown[]): string {
  const { sql, powershell, shell } = traceQueries(traces);
  const text = readFileSync(page, 'utf8');
  const block = [
    begin,
    '',
    '```sql',
    sql,
    '```',
    '',
    '```powershell',
    powershell,
    '```',
    '',
    '```sh',
    shell,
    '```',
    '',
    end,
  ].join('\n');
  return text.slice(0, text.indexOf(begin)) + block + text.slice(text.indexOf(end) + end.length);
}

export function packagedTraces(): readonly unknown[] {
  return (JSON.parse(readFileSync(advisoryFile, 'utf8')) as { readonly traces: readonly unknown[] })
    .traces;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(page, traceQueriesPage(packagedTraces()));
