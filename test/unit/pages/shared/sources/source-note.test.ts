import { expect, test } from 'vitest';
import { factsChecked } from '../../../../../src/core/advisory/facts-checked.ts';
import type { Source } from '../../../../../src/core/advisory/statement-schema.ts';
import { sourceNotes } from '../../../../../src/pages/shared/sources/source-note.ts';

const source: Source = {
  id: 'order',
  title: 'Order',
  language: 'en',
  publisher: 'Authority',
  url: 'https://authority.example/order',
  official: true,
  kind: 'official',
  reading: 'whole',
  readAt: undefined,
  isUnread: false,
  checked: '2026-01-09',
};
const t = (key: string, ...values: string[]) => [key, ...values].join(' ');
const notes = (change: Partial<Source>) => sourceNotes({ ...source, ...change }, t);

test('A source says what it is, and how it was read where that is less than whole', () => {
  expect(notes({})).toEqual(['Authority', 'sourceKind_official']);
  expect(notes({ reading: 'excerpt', kind: 'law-firm' })).toEqual([
    'Authority',
    'sourceKind_law_firm',
    'sourceExcerpt',
  ]);
  expect(notes({ reading: 'copy', readAt: 'https://copy.example/a/b' })).toEqual([
    'Authority',
    'sourceKind_official',
    'sourceCopy copy.example',
  ]);
  expect(notes({ reading: 'copy', readAt: 'the printed register' })).toContain(
    'sourceCopy the printed register',
  );
  expect(notes({ reading: 'none', isUnread: true })).toEqual([
    'Authority',
    'sourceKind_official',
    'sourceUnread',
  ]);
});

test('A source of a document from before these fields says only whether it was read', () => {
  expect(notes({ kind: undefined, reading: undefined })).toEqual(['Authority']);
  expect(notes({ kind: undefined, reading: undefined, isUnread: true })).toEqual([
    'Authority',
    'sourceUnread',
  ]);
});

test('The facts are as old as the oldest reading; what nobody read has no day', () => {
  const unread = { ...source, isUnread: true, reading: 'none' as const, checked: '1970-01-01' };
  expect(factsChecked({ sources: [{ ...source, checked: '2026-03-01' }, source, unread] })).toBe(
    '2026-01-09',
  );
  expect(factsChecked({ sources: [unread] })).toBeNull();
});
