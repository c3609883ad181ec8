import { describe, expect, it } from 'vitest';
import { topics } from '../../../../src/core/detection/model/labels.ts';
import { parts, placeOf, routeFrom, spotOf } from '../../../../src/pages/popup/route.ts';
import { matchesWords } from '../../../../src/pages/popup/search/normalize.ts';
import { detectOs } from '../../../../src/pages/popup/switch/detect-os.ts';

const place = (end: string) => routeFrom(new URL(`https://popup.example/index.html${end}`));

describe('The popup’s place', () => {
  it('is under the toolbar button where the address says nothing', () => {
    expect(place('')).toEqual({ part: 'now', isTab: false });
  });

  it('is a tab that speaks of another one and opens at a part', () => {
    expect(place('?tab=12#removal')).toEqual({
      tabId: 12,
      part: 'switch',
      anchor: 'stage-save',
      isTab: true,
    });
    expect(place('#alternatives')).toEqual({
      part: 'switch',
      anchor: 'stage-choose',
      isTab: true,
    });
  });

  it('ignores what it does not know', () => {
    expect(place('?tab=x#nowhere')).toEqual({ part: 'now', isTab: true });
  });

  it('exists for each topic that a notice leads to', () => {
    expect(topics.filter((topic) => spotOf(topic) === null)).toEqual([]);
  });
});

describe('A part', () => {
  it.each(['page', 'ban', 'dates', 'me', 'alternatives', 'removal', 'questions'])(
    'is still where the address #%s of an earlier version leads',
    (name) => {
      expect(spotOf(name)).not.toBeNull();
    },
  );

  it('stands in one of four places', () => {
    expect(parts.map(placeOf)).toEqual(['now', 'switch', 'ban', 'ban', 'ban', 'ban', 'questions']);
  });
});

describe('The search in questions', () => {
  it.each([
    ['', true],
    ['update', true],
    ['  STOP   updates ', true],
    ['cafe', true],
    ['updates never', false],
  ])('finds “%s”: %s', (wanted, found) => {
    expect(matchesWords('When do updates stop? At the Café.', wanted, 'en')).toBe(found);
  });
});

describe('The guess of a system', () => {
  it.each([
    ['Windows', '', 'windows'],
    [
      '',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'windows',
    ],
    ['macOS', '', 'macos'],
    ['', 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36', 'android'],
    ['', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'linux'],
    ['', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', 'ios'],
    ['', '', undefined],
  ])('from “%s” and “%s” is %s', (platform, userAgent, system) => {
    expect(
      detectOs({ platform: '', userAgent, ...(platform && { userAgentData: { platform } }) }),
    ).toBe(system);
  });
});
