import { takeApart } from '../../../../src/core/base/web-address.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter, type Handlers } from '../../../../src/background/runtime/message-router.ts';
import { requests, type RequestName } from '../../../../src/messages.ts';
import type { SenderFacts } from '../../../../src/platform/worker/runtime.ts';

const own = { extensionId: 'us', root: 'moz-extension://us/' };
const content: SenderFacts = {
  extensionId: 'us',
  url: 'https://www.example.com/',
  origin: undefined,
  frameId: 0,
  tabId: 4,
  tabUrl: undefined,
  isPrivate: false,
};
const page: SenderFacts = {
  ...content,
  url: 'moz-extension://us/src/pages/popup/index.html',
  tabId: undefined,
  frameId: undefined,
};

const called = vi.fn();
const names = Object.keys(requests) as RequestName[];
const unused = () => Promise.reject(new Error('not asked for here'));
const handlers = {
  ...Object.fromEntries(names.map((name) => [name, unused])),
  'page-visited': (request, sender) => {
    called(request, sender);
    return Promise.resolve({
      notice: null,
      markLinks: false,
      markLabel: '',
      language: 'en',
      wantsFacts: false,
    });
  },
} as Handlers;
const receive = createRouter((name) => Promise.resolve(handlers[name]), own);

beforeEach(() => {
  called.mockReset();
  vi.spyOn(console, 'error').mockReturnValue();
});

describe('receiver', () => {
  it('hands a good request to its handler, with the sender as the browser tells it', async () => {
    expect(
      await receive(
        { name: 'page-visited', request: { title: 'T', url: 'https://spoofed.test/' } },
        content,
      ),
    ).toHaveProperty('reply');
    expect(called).toHaveBeenCalledWith(
      { title: 'T' },
      {
        kind: 'content',
        address: takeApart(new URL('https://www.example.com/')),
        tabId: 4,
        frameId: 0,
        isPrivate: false,
      },
    );
  });

  it.each(names)('refuses %s from the wrong kind of sender', async (name) => {
    const from: readonly string[] = requests[name].from;
    const wrong = from.includes('page') ? content : page;
    expect(await receive({ name, request: {} }, wrong)).toEqual({
      error: `The request ${name} may not come from here.`,
    });
  });

  it('refuses strangers before it reads what they say', async () => {
    const message = new Proxy({}, { get: () => expect.unreachable('was read') });
    expect(await receive(message, { ...content, extensionId: 'them' })).toEqual({
      error: 'This sender is not known.',
    });
  });

  it.each([
    undefined,
    null,
    'page-visited',
    7,
    [],
    {},
    { name: 3 },
    { name: 'constructor', request: {} },
    { name: '__proto__', request: {} },
  ])('answers %j with an error', async (message) => {
    expect(await receive(message, content)).toHaveProperty('error');
  });

  it('says where a request is malformed', async () => {
    const answer = await receive({ name: 'page-visited', request: { title: 5 } }, content);
    expect(answer).toEqual({ error: expect.stringContaining('malformed at title') });
    expect(called).not.toHaveBeenCalled();
  });

  it('carries a failure across as words', async () => {
    expect(await receive({ name: 'snooze-site', request: {} }, content)).toEqual({
      error: 'The request snooze-site failed: not asked for here',
    });
  });
});
