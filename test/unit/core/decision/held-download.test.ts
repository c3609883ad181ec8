import { describe, expect, it } from 'vitest';
import {
  afterHold,
  afterKeep,
  findDownload,
  isFresh,
  isSavedPage,
  type KeptState,
  reconcile,
  type BrowserDownload,
} from '../../../../src/core/decision/held-download.ts';
import type { Question } from '../../../../src/core/decision/question.ts';

const question: Question = {
  id: 'q',
  kind: 'download',
  downloadId: 3,
  url: 'https://example.com/setup.exe',
  finalUrl: 'https://example.com/setup.exe',
  referrer: '',
  fileName: 'setup.exe',
  danger: 'none',
  startedAt: '2030-01-01T00:00:00.000Z',
  askedAt: '2030-01-01T00:00:01.000Z',
  label: 'product-download',
  rule: 'rule',
  reason: { en: 'Because.' },
  state: 'held',
};
const download: BrowserDownload = {
  id: 3,
  url: question.url,
  finalUrl: question.url,
  referrer: '',
  fileName: 'setup.exe',
  hasName: true,
  mime: '',
  danger: 'none',
  startedAt: question.startedAt,
  endedAt: '',
  state: 'in_progress',
  isPaused: true,
  canResume: true,
  receivedBytes: 10,
  totalBytes: -1,
  isCanceled: false,
  exists: true,
  isPrivate: false,
  isContained: false,
  isOurs: false,
};

describe('findDownload', () => {
  it('finds a held download by id and address, never by an id alone', () => {
    expect(findDownload(question, [download])).toBe(download);
    expect(
      findDownload(question, [{ ...download, url: 'https://example.org/holiday.jpg' }]),
    ).toBeUndefined();
  });

  it('finds it after a restart that gave it another id', () => {
    const twin = {
      ...download,
      id: 8,
      startedAt: '2029-01-01T00:00:00.000Z',
      fileName: 'setup (1).exe',
    };
    const renumbered = { ...download, id: 9 };
    expect(findDownload(question, [twin, renumbered])).toBe(renumbered);
  });

  it('finds it by address and name where the browser forgot the start', () => {
    const forgotten: BrowserDownload = { ...download, id: 1, startedAt: '', state: 'interrupted' };
    expect(findDownload(question, [forgotten])).toBe(forgotten);
  });

  it('does not take an older finished download of the same file for the held one', () => {
    const older: BrowserDownload = {
      ...download,
      id: 1,
      startedAt: '2029-01-01T00:00:00.000Z',
      state: 'complete',
    };
    expect(findDownload(question, [older])).toBeUndefined();
  });
});

describe('reconcile', () => {
  it.each<[string, Partial<BrowserDownload>, Question['state'] | null]>([
    ['paused', {}, 'held'],
    ['interrupted by the end of the browser', { state: 'interrupted', isPaused: false }, 'held'],
    [
      'paused as Firefox says it',
      { state: 'interrupted', isCanceled: true, canResume: true },
      'held',
    ],
    ['finished', { state: 'complete', isPaused: true, canResume: false }, 'finished'],
    ['finished and the file deleted', { state: 'complete', exists: false }, null],
    [
      'canceled by a closing browser',
      { state: 'interrupted', isPaused: false, isCanceled: true, canResume: false },
      'gone',
    ],
  ])('of a download that is %s', (_, change, state) => {
    expect(reconcile(question, { ...download, ...change })?.state ?? null).toBe(state);
  });

  it('keeps a question whose download was stopped to hold it', () => {
    const stopped: BrowserDownload = {
      ...download,
      state: 'interrupted',
      isPaused: false,
      isCanceled: true,
      canResume: false,
    };
    expect(reconcile({ ...question, isStopped: true }, stopped)?.state).toBe('held');
  });

  it('says so when the browser has lost the download', () => {
    expect(reconcile(question, undefined)?.state).toBe('gone');
  });

  it('takes over the new id and the name learned later', () => {
    const named = reconcile(
      { ...question, fileName: '' },
      { ...download, id: 12, fileName: 'setup (1).exe' },
    );
    expect(named).toMatchObject({ downloadId: 12, fileName: 'setup (1).exe' });
  });

  it('takes over what the browser finds out about the file later', () => {
    expect(reconcile(question, { ...download, danger: 'dangerous' })).toMatchObject({
      danger: 'dangerous',
    });
  });

  it('leaves a followed link as it is', () => {
    const link: Question = { ...question, kind: 'link' };
    expect(reconcile(link, undefined)).toBe(link);
  });
});

describe('A hold', () => {
  const ended: Partial<BrowserDownload> = {
    state: 'interrupted',
    isPaused: false,
    canResume: false,
  };
  it.each<[string, Partial<BrowserDownload>, boolean, Question['state'] | null, true?]>([
    ['that worked', {}, true, 'held'],
    ['that somebody else did before', {}, false, 'held'],
    ['that was a stop, as Firefox does it', { ...ended, isCanceled: true }, true, 'held', true],
    ['that came too late', { state: 'complete', isPaused: false }, false, 'finished'],
    ['of what the browser ended itself', { ...ended, isCanceled: true }, false, 'refused'],
    [
      'of what the browser holds back and tells nobody',
      { isPaused: false, canResume: false },
      true,
      'refused',
    ],
    ['of what cannot be paused just now', { isPaused: false, canResume: false }, false, 'held'],
    ['of what failed by itself', ended, false, null],
  ])('%s', (_, change, isPausedByUs, state, isStopped) => {
    const held = afterHold({ ...download, ...change }, isPausedByUs);
    expect(held?.state ?? null).toBe(state);
    expect(held?.isStopped).toBe(isStopped);
  });

  it('of what is gone from the list', () => {
    expect(afterHold(undefined, true)).toEqual({ state: 'gone' });
  });
});

describe('A keep', () => {
  const kept: Question = {
    ...question,
    expects: { mime: 'application/octet-stream', bytes: 2_000_000 },
  };
  const complete: Partial<BrowserDownload> = {
    state: 'complete',
    isPaused: false,
    canResume: false,
    receivedBytes: 2_000_000,
    mime: 'application/octet-stream',
  };
  it.each<[string, Partial<BrowserDownload> | undefined, KeptState]>([
    ['on its way', { isPaused: false }, 'coming'],
    ['paused by the person', {}, 'coming'],
    ['complete', complete, 'kept'],
    [
      'complete under a type that the browser knows better',
      { ...complete, mime: 'application/x-ms-dos-executable' },
      'kept',
    ],
    ['complete, and a page', { ...complete, mime: 'text/html', receivedBytes: 27 }, 'other'],
    [
      'complete, and a page with its charset',
      { ...complete, mime: 'text/html; charset=utf-8' },
      'other',
    ],
    [
      'complete, and an answer for programs',
      { ...complete, mime: 'application/problem+json' },
      'other',
    ],
    ['complete, and a scrap', { ...complete, receivedBytes: 27 }, 'other'],
    ['complete, and deleted since', { ...complete, exists: false }, 'canceled'],
    ['failed', { state: 'interrupted', isPaused: false, canResume: false }, 'lost'],
    [
      'canceled in the browser’s list',
      { state: 'interrupted', isPaused: false, canResume: false, isCanceled: true },
      'canceled',
    ],
    ['gone from the list', undefined, 'lost'],
  ])('that is %s', (_, change, came) => {
    expect(afterKeep(kept, change && { ...download, ...change })).toBe(came);
  });

  it('of a file that is a text is no other document', () => {
    const text: Question = { ...kept, expects: { mime: 'text/plain', bytes: -1 } };
    expect(afterKeep(text, { ...download, ...complete, mime: 'text/plain' })).toBe('kept');
  });
});

describe('A page that is saved', () => {
  const page = {
    ...download,
    url: 'https://www.softpedia.com/get/K.shtml',
    finalUrl: 'https://www.softpedia.com/get/K.shtml',
    mime: 'text/html',
  };
  it.each<[string, Partial<BrowserDownload>, boolean | 'unknown']>([
    ['by its type and name', { fileName: 'Download Kaspersky.html' }, true],
    ['as one file', { fileName: 'K.mhtml', mime: 'multipart/related' }, true],
    ['where Firefox tells no type', { fileName: 'Download Kaspersky.htm', mime: '' }, true],
    ['as text', { fileName: 'Download Kaspersky.txt', mime: 'text/html' }, true],
    ['before it has its name', { fileName: '', hasName: false }, 'unknown'],
  ])('is known %s', (_, change, answer) => {
    expect(isSavedPage({ ...page, ...change })).toBe(answer);
  });

  it.each<[string, Partial<BrowserDownload>]>([
    ['an installer that calls itself a page', { fileName: 'kis.exe' }],
    [
      'an installer by its address, before it has its name',
      { fileName: '', hasName: false, finalUrl: 'https://x.test/kis.exe' },
    ],
    ['an installer', { fileName: 'kis.exe', mime: 'application/octet-stream' }],
    ['what tells neither type nor name', { fileName: '', hasName: false, mime: '' }],
  ])('is not %s', (_, change) => {
    expect(isSavedPage({ ...page, ...change })).toBe(false);
  });
});

describe('A download that is news', () => {
  const at = Date.parse(question.startedAt);
  it('runs, began or ended a moment ago', () => {
    expect(isFresh(download, at + 3_600_000)).toBe(true);
    const over: BrowserDownload = { ...download, state: 'complete' };
    expect(isFresh(over, at + 30_000)).toBe(true);
    expect(isFresh(over, at + 3_600_000)).toBe(false);
    // It waited in the browser's own dialog.
    const late = { ...over, endedAt: new Date(at + 3_599_000).toISOString() };
    expect(isFresh(late, at + 3_600_000)).toBe(true);
  });
});
