import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inEachBrowser } from '../../harness/stage.ts';
import { demoPages } from '../../harness/site/routes.ts';

interface BuiltManifest {
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly content_security_policy: { readonly extension_pages: string };
}

const allSites = /^(<all_urls>|(\*|https?):\/\/\*\/.*)$/;

describe.each(['chrome', 'firefox'])('The built manifest for %s', (target) => {
  const manifest = JSON.parse(
    readFileSync(new URL(`../../../dist/${target}/manifest.json`, import.meta.url), 'utf8'),
  ) as BuiltManifest;

  it('asks for no access to all sites, and injects on named hosts only', () => {
    const patterns = [
      ...manifest.permissions,
      ...(manifest.host_permissions ?? []),
      ...manifest.content_scripts.flatMap(({ matches }) => matches),
    ];
    expect(patterns.filter((pattern) => allSites.test(pattern))).toEqual([]);
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toContain(
      '*://*.kaspersky.com/*',
    );
  });

  it('asks for leave for no host but those that its script runs on anyway', () => {
    const watched = manifest.content_scripts.flatMap(({ matches }) => matches);
    expect(
      (manifest.host_permissions ?? []).filter((pattern) => !watched.includes(pattern)),
    ).toEqual([]);
    expect(manifest.host_permissions).toContain('*://*.kaspersky.com/*');
  });

  it('asks for nothing that a browser would warn of beside those hosts, downloads and notifications', () => {
    // Chromium says nothing of these; declarativeNetRequest and webNavigation would each add a line to its question.
    const quiet = [
      'activeTab',
      'alarms',
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'webRequest',
    ];
    expect(manifest.permissions.filter((permission) => !quiet.includes(permission))).toEqual([
      'downloads',
      'notifications',
    ]);
  });

  it('ships every message, without the notes for translators', () => {
    const folder = new URL('../../../', import.meta.url);
    const read = (path: string) =>
      JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, object>;
    for (const language of ['en', 'es']) {
      const shipped = read(`dist/${target}/_locales/${language}/messages.json`);
      expect(Object.keys(shipped)).toEqual(Object.keys(read(`_locales/${language}/messages.json`)));
      expect(Object.values(shipped).flatMap((entry) => Object.keys(entry))).not.toContain(
        'description',
      );
    }
  });

  it('offers nothing of the package to pages', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('lets its own pages run nothing but the package’s files', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe/);
    // Connections alone may leave the package: to the feed and the collector that policy names.
    expect(policy.replace(/connect-src [^;]*;/, '')).not.toMatch(/https?:|\*/);
  });
});

inEachBrowser('The installed extension', (stage) => {
  it('holds no permission for all sites', async () => {
    const { origins, permissions } = await stage().browser.api<{
      origins: string[];
      permissions: string[];
    }>('permissions.getAll');
    expect(origins.filter((pattern) => allSites.test(pattern))).toEqual([]);
    expect(permissions).not.toContain('tabs');
  });

  it('cannot be found by a page that asks for its files', async () => {
    const { browser } = stage();
    for (const { url } of [demoPages.unrelated, demoPages.vendor]) {
      const page = await browser.openPage(url);
      const files = ['manifest.json', 'icons/icon-16.png', 'src/pages/popup/index.html'].map(
        (path) => `${browser.extensionOrigin}/${path}`,
      );
      const answers = await page.evaluate<string[]>(
        `(files) => Promise.all(files.map((file) => fetch(file).then(() => 'found', () => 'nothing')))`,
        files,
      );
      expect(answers).toEqual(files.map(() => 'nothing'));
    }
  });
});
