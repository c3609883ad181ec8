import { describe, expect, it } from 'vitest';
import {
  findDownload,
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
  mime: '',
  danger: 'none',
  startedAt: question.startedAt,
  state: 'in_progress',
  isPaused: true,
  canResume: true,
  receivedBytes: 10,
  isCanceled: false,
  exists: true,
  isPrivate: false,
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
