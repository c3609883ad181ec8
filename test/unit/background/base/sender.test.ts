import { describe, expect, it } from 'vitest';
import { knownSender } from '../../../../src/background/base/sender.ts';
import type { SenderFacts } from '../../../../src/platform/worker/runtime.ts';

const own = { extensionId: 'us', root: 'chrome-extension://us/' };
const content: SenderFacts = {
  extensionId: 'us',
  url: 'https://www.example.com/page',
  origin: 'https://www.example.com',
  frameId: 0,
  tabId: 4,
  tabUrl: 'https://www.example.com/page',
  isPrivate: false,
};
const page: SenderFacts = {
  ...content,
  url: 'chrome-extension://us/src/pages/options/index.html',
  origin: 'chrome-extension://us',
  tabUrl: undefined,
};

describe('knownSender', () => {
  it.each<[string, SenderFacts, 'content' | 'page']>([
    ['our script in a page', content, 'content'],
    [
      'our script in a page without TLS',
      { ...content, url: 'http://www.example.com/', origin: undefined, tabUrl: undefined },
      'content',
    ],
    ['our page in a tab', page, 'page'],
    [
      'our popup, which is in no tab',
      { ...page, tabId: undefined, frameId: undefined, origin: undefined },
      'page',
    ],
  ])('knows %s', (_, sender, kind) => {
    expect(knownSender(sender, own)?.kind).toBe(kind);
  });

  it.each<[string, Partial<SenderFacts>]>([
    ['another extension', { extensionId: 'them' }],
    ['nobody at all', { extensionId: undefined }],
    ['a sender without an address', { url: undefined }],
    ['a sender with a broken address', { url: 'https://' }],
    ['a page outside of any tab', { tabId: undefined }],
    ['a page outside of any frame', { frameId: undefined }],
    ['a local file', { url: 'file:///tmp/x.html' }],
    ['a data address', { url: 'data:text/html,x' }],
    ['a blank page of nobody', { url: 'about:blank', origin: 'null' }],
    ['a blank page without an origin', { url: 'about:blank', origin: undefined }],
    [
      'a blank page of another extension',
      { url: 'about:blank', origin: 'chrome-extension://them' },
    ],
    ['a file that a local page made', { url: 'blob:null/1', origin: 'null' }],
    ['a data address in a page', { url: 'data:text/html,x', frameId: 3 }],
    ['a page of another extension', { url: 'chrome-extension://them/index.html' }],
    ['an id that only begins like ours', { url: 'chrome-extension://us.evil/index.html' }],
    ['an address that hides behind ours', { url: 'chrome-extension://us@them/index.html' }],
    ['a page of ours within a foreign page', { ...page, frameId: 2 }],
    ['a sandboxed page of ours', { ...page, origin: 'null' }],
    ['a page of ours with a foreign origin', { ...page, origin: 'https://evil.test' }],
  ])('refuses %s', (_, change) => {
    expect(knownSender({ ...content, ...change }, own)).toBeNull();
  });

  it('takes a web page with our address in its path for what it is', () => {
    const sender = {
      ...content,
      url: 'https://evil.test/chrome-extension://us/',
      tabUrl: undefined,
    };
    expect(knownSender(sender, own)?.kind).toBe('content');
  });

  it.each([
    ['about:blank', 0, 'content'],
    ['about:srcdoc', 3, 'frame'],
    ['blob:https://www.example.com/9c1a', 0, 'content'],
    // Whatever such an address says of itself, the browser's word on the origin counts.
    ['blob:https://evil.test/9c1a', 3, 'frame'],
  ])('takes what a page made itself (%s, frame %i) for its site’s', (url, frameId, kind) => {
    const tabUrl = frameId === 0 ? url : 'https://evil.test/';
    expect(knownSender({ ...content, url, frameId, tabUrl }, own)).toMatchObject({
      kind,
      address: {
        href: 'https://www.example.com/',
        hostname: 'www.example.com',
        origin: 'https://www.example.com',
      },
    });
  });

  it('takes the tab for the address after a navigation within the document', () => {
    expect(
      knownSender({ ...content, tabUrl: 'https://www.example.com/next' }, own)?.address.href,
    ).toBe('https://www.example.com/next');
  });

  it('keeps to the document where the tab has gone to another site', () => {
    for (const tabUrl of ['https://www.example.org/', 'about:blank', 'nonsense', undefined]) {
      expect(knownSender({ ...content, tabUrl }, own)?.address.href).toBe(
        'https://www.example.com/page',
      );
    }
  });

  it('says which tab it was, and that it was a private one', () => {
    expect(knownSender({ ...content, isPrivate: true }, own)).toMatchObject({
      tabId: 4,
      isPrivate: true,
    });
  });
});
