import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../../../_locales/es/messages.json' with { type: 'json' };
import { messagesFrom } from '../../../../../src/core/i18n/messages.ts';
import { repairWords } from '../../../../../src/pages/options/stored/repair-words.ts';

const sayEnglish = messagesFrom(english, (key) => `no words for ${key}`);
const told = (item: string, check: string) => repairWords({ item, check }, sayEnglish);
const checks = ['missing', 'number', 'picklist', 'min_value', 'check', 'custom', ''];

describe('A repair in words', () => {
  it('names the setting, what was wrong, and that its default counts', () => {
    expect(told('settings.snoozeDays', 'number')).toEqual({
      name: 'Days to hide warnings',
      sentences:
        'It was the wrong type, such as text instead of a number. The default is used instead.',
    });
    expect(told('settings.exceptions.2', 'string').name).toBe('Exceptions');
  });

  it.each([
    ['number', /wrong type/],
    ['object', /wrong type/],
    ['picklist', /wasn’t recognized/],
    ['check', /wasn’t recognized/],
    ['min_value', /too small, too large/],
    ['max_length', /too long/],
    ['missing', /missing/],
    ['custom', /couldn’t be read/],
    ['', /couldn’t be read/],
  ])('says in kind what the check “%s” found', (check, words) => {
    expect(told('settings.mode', check).sentences).toMatch(words);
  });

  it('tells a broken entry, which fell out alone, from a broken list', () => {
    expect(told('snoozes.3.until', 'missing')).toEqual({
      name: 'Hidden warnings',
      sentences: 'Part of it was missing. This entry was removed; the others were kept.',
    });
    expect(told('snoozes', 'array').sentences).toMatch(/The list is now empty\.$/);
  });

  it('says what stands in the place of the advisory, and that a feed is gone', () => {
    expect(told('advisory.detection.rules.3', '').sentences).toMatch(/came with the extension/);
    expect(told('ownFeed.key', 'missing').sentences).toMatch(/add it again/);
  });

  it('has words in each language for whatever is stored, in every way of being broken', () => {
    const state = readFileSync(
      join(import.meta.dirname, '../../../../../src/background/base/storage-items.ts'),
      'utf8',
    );
    const items = [...state.matchAll(/(?:single|listOf)<[^(]*\('(?:local|session)', '(\w+)'/g)].map(
      ([, key = '']) => key,
    );
    expect(items.length).toBeGreaterThan(15);
    for (const [language, messages] of [
      ['en', english],
      ['es', spanish],
    ] as const) {
      const t = messagesFrom(messages, (key) => `no words for ${key}`);
      for (const item of [
        'settings',
        'settings.mode',
        'settings.language',
        ...items,
        ...items.map((one) => `${one}.0.x`),
      ]) {
        for (const check of checks)
          expect(
            Object.values(repairWords({ item, check }, t)).join(' '),
            `${language} ${item}`,
          ).not.toMatch(/no words for|Invalid|Expected/);
      }
    }
  });
});
