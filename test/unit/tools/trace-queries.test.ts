// The queries that administrators copy: made from the advisory, and read by the parsers of their languages.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  packagedTraces,
  traceQueries,
  traceQueriesPage,
} from '../../../tools/generate/trace-queries.ts';

const queries = traceQueries(packagedTraces());
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Columns as osquery publishes them, at commit a5b14f63 of August 6, 2026 (specs/*.table). */
const tables = `
CREATE TABLE users (uid, gid, username, description, directory, shell, uuid);
CREATE TABLE chrome_extensions (browser_type, uid, name, profile, profile_path, identifier, version, description, path, state);
CREATE TABLE firefox_addons (uid, name, identifier, creator, type, version, path);
CREATE TABLE certificates (common_name, subject, subject2, issuer, issuer2, ca, self_signed, sha1, path, serial);
CREATE TABLE registry (key, path, name, type, data, mtime);
CREATE TABLE file (path, directory, filename, type);`;

describe('Queries made from the traces', () => {
  it('stand in the page for administrators, made anew where a trace changed', () => {
    const page = readFileSync(
      join(import.meta.dirname, '../../../docs/admin/inventory.md'),
      'utf8',
    );
    expect(page).toBe(traceQueriesPage(packagedTraces()));
  });

  it('name every id, program and certificate', () => {
    for (const text of [
      'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
      'com.kaspersky.ahkjpbeeocnddjkakilopmfdlnjdpcdm.host',
      'Kaspersky Anti-Virus Personal Root Certificate',
    ])
      for (const query of Object.values(queries)) expect(query).toContain(text);
  });

  it.runIf(has('sqlite3'))('are SQL over osquery’s columns, by sqlite’s own parser', () => {
    const run = (sql: string) =>
      spawnSync('sqlite3', [':memory:', `${tables}\n${sql}`], { encoding: 'utf8' });
    expect(run(queries.sql)).toMatchObject({ status: 0, stderr: '' });
    expect(run(queries.sql.replace('c.identifier', 'c.idents')).status).not.toBe(0);
  });

  it('are a shell script, by sh -n', () => {
    const run = (script: string) => spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' });
    expect(run(queries.shell)).toMatchObject({ status: 0, stderr: '' });
    expect(run(`${queries.shell}\nif`).status).not.toBe(0);
  });

  it('close every bracket and quote of the PowerShell', () => {
    const bare = queries.powershell.replace(/'[^']*'/g, '').replace(/"[^"]*"/g, '');
    expect(bare).not.toMatch(/['"]/);
    for (const [open, close] of ['()', '{}', '[]'])
      expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length);
  });

  it('take nothing that would end a text', () => {
    expect(() =>
      traceQueries([{ ...(packagedTraces()[2] as object), ids: ["a'; DROP"] }]),
    ).toThrow();
  });
});
