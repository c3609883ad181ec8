import { expect, it } from 'vitest';
import * as v from 'valibot';
import messages from '../../_locales/en/messages.json' with { type: 'json' };
import packaged from '../../src/data/advisory.json' with { type: 'json' };
import { AdvisorySchema } from '../../src/core/advisory/schema.ts';
import { messagesFrom } from '../../src/core/i18n/messages.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { buildPopupView } from '../../src/core/view/popup/build-popup.ts';
import { finder } from '../../src/pages/popup/search/find.ts';
import { searchEntries } from '../../src/pages/popup/search/search-entries.ts';
import { quickestMs } from '../cases/quickest.ts';

const t = messagesFrom(messages, (key) => `missing ${key}`);
const view = buildPopupView({
  advisory: v.parse(AdvisorySchema, packaged),
  origin: 'packaged',
  language: 'en',
  t,
  now: Date.parse('2026-11-23T12:00:00-05:00'),
  url: '',
  verdict: null,
  snoozedUntil: null,
  openQuestions: 0,
  settings: defaultSettings(),
});
const find = finder(searchEntries(view, t), 'en');

it.each(['k', 'ka', 'kas', 'kaspersky vpn for windwos and mac'])(
  'The popup’s search answers within a frame: %s',
  (wanted) => {
    expect(quickestMs(() => find(wanted), 16)).toBeLessThan(16);
  },
);
