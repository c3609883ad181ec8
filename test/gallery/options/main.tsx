import { render } from 'preact';
import { buildOptionsView } from '../../../src/core/view/build-options.ts';
import { readSettingsFile } from '../../../src/core/settings/settings-file.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { OptionsPage } from '../../../src/pages/options/options-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);
const { facts = {}, everySite, worker } = scene;
const now = facts.now ?? Date.parse('2026-11-23T12:00:00-05:00');
let settings = facts.settings ?? defaultSettings();

const view = () =>
  buildOptionsView({
    policy: null,
    language,
    snoozes: [],
    advisory,
    origin: 'packaged',
    skippedEntries: [],
    changes: [],
    updates: { areAllowed: true, feed: null, organization: null },
    repairs: [],
    ...facts,
    settings,
    now,
  });

const connection = sampleConnection(
  {
    'options-view': () => {
      if (worker === 'failing') throw new Error('The background worker did not answer.');
      return view();
    },
    'change-setting': ({ name, value }) => {
      if (worker === 'not-saving') throw new Error('The disk is full.');
      settings = { ...settings, [name]: value };
      return view();
    },
    'load-settings': ({ text }) => {
      const file = readSettingsFile(text, ['mode']);
      if (!file.ok) return { refused: file.error };
      const { accepted, locked, faults } = file.value;
      settings = { ...settings, ...accepted };
      return { view: view(), loaded: Object.keys(accepted), locked, faults };
    },
    'reset-settings': () => {
      settings = defaultSettings();
      return view();
    },
    classify: () => ({
      label: 'product-download',
      rule: 'vendor.downloads',
      matched: 'www.kaspersky.com',
      reason: { en: 'The address is on the advisory’s list of the vendor’s download pages.' },
    }),
  },
  everySite,
);

present(
  scene,
  (root) => render(<OptionsPage connection={connection} />, root),
  worker === 'failing' ? '[role=alert]' : '#privacy',
);
