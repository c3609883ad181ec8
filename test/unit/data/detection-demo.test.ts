// The packaged rules on the demo pages, and where the content scripts run.
import { describe, expect, it } from 'vitest';
import { classifyDownload } from '../../../src/core/detection/classify-download.ts';
import { classifyPage } from '../../../src/core/detection/classify-page.ts';
import { packagedDetection, packagedIndex } from '../../cases/detection-cases.ts';
import { demoFiles, demoPages } from '../../harness/site/routes.ts';

const index = packagedIndex();

describe('demo pages', () => {
  it.each(Object.values(demoPages))('$name bears its label', ({ url, label }) => {
    expect(classifyPage(index, { url }).label).toBe(label);
  });

  it('asks about the demo’s installers and lets its notes through', () => {
    expect(classifyDownload(index, { url: demoFiles.slow }).label).toBe('product-download');
    expect(classifyDownload(index, { url: demoFiles.quick }).label).toBe('product-download');
    expect(classifyDownload(index, { url: demoFiles.harmless }).label).toBe('unrelated');
  });
});

describe('watched hosts', () => {
  const { watchedHosts } = packagedDetection();
  const isWatched = (place: string) => {
    const [host = '', ...path] = place.split('/');
    return watchedHosts.some((site) => {
      const [named = '', ...below] = site.split('/');
      return (
        `/${path.join('/')}`.startsWith(`/${below.join('/')}`) &&
        (named.startsWith('*.') ? `.${host}`.endsWith(named.slice(1)) : named === host)
      );
    });
  };

  it.each([
    'www.kaspersky.com',
    'support.kaspersky.com',
    'www.kaspersky.co.uk',
    'kaspersky.de',
    'www.kaspersky.com.br',
    'support.kaspersky.ru',
    'www.softpedia.com',
    'play.google.com',
    'apps.apple.com',
    'kaspersky-free.en.softonic.com',
    'www.amazon.com',
    'www.chip.de',
    'aur.archlinux.org',
    'www.heise.de/download/product/kaspersky-rescue-disk-67221',
    'archive.org/details/kaspersky',
  ])('hold %s', (host) => {
    expect(isWatched(host)).toBe(true);
  });

  it.each([
    'securelist.com',
    'www.reuters.com',
    'en.wikipedia.org',
    'www.google.com',
    'www.bing.com',
    'github.com',
    'www.youtube.com',
    'web.archive.org',
    'www.example.org',
    'opentip-kaspersky.example',
    'www.heise.de/news/',
    'archive.org/',
  ])('leave %s alone', (host) => {
    expect(isWatched(host)).toBe(false);
  });
});
