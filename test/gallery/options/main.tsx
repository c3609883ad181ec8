import { render } from 'preact';
import { buildOptionsView } from '../../../src/core/view/build-options.ts';
import type { Weighed } from '../../../src/core/detection/signs/scorer.ts';
import { readSettingsFile } from '../../../src/core/settings/settings-file.ts';
import { changeList, defaultSettings } from '../../../src/core/settings/settings.ts';
import { OptionsPage } from '../../../src/pages/options/options-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { tracesOf } from '../page/traces.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);
const { facts = {}, everySite, worker } = scene;
const now = facts.now ?? Date.parse('2026-11-23T12:00:00-05:00');
let settings = facts.settings ?? defaultSettings();

const weighedSample: Weighed = {
  offer: { id: 'elsewhere.store', label: 'store-listing', atLeast: 10 },
  sum: 12,
  signs: [
    {
      id: 'shelf',
      weight: 10,
      says: {
        en: 'The address is that of a product in a shop.',
        es: 'La dirección es la de un producto en una tienda.',
      },
    },
    {
      id: 'product',
      weight: 5,
      says: {
        en: 'It names one of Kaspersky’s products.',
        es: 'Nombra uno de los productos de Kaspersky.',
      },
    },
    {
      id: 'three-other-words',
      weight: -3,
      says: {
        en: 'Three or more words are about something else.',
        es: 'Tres palabras o más son sobre otra cosa.',
      },
    },
  ],
  tips: [
    {
      id: 'question',
      weight: -4,
      says: { en: 'The title is a question.', es: 'El título es una pregunta.' },
    },
  ],
  matched: 'shop.example/product/weighed',
};

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
    traces: tracesOf(scene.traces),
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
    'change-list': ({ name, ...changes }) => {
      if (worker === 'not-saving') throw new Error('The disk is full.');
      settings = { ...settings, [name]: changeList(settings[name], changes) };
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
    classify: ({ value }) => ({
      verdict: {
        label: 'product-download',
        rule: 'vendor.downloads',
        matched: 'www.kaspersky.com',
        advisory: { id: 'kaspersky-ban-advisory', version: 2 },
        reason: { en: 'The address is on the advisory’s list of the vendor’s download pages.' },
      },
      weighed: value.includes('weighed') ? weighedSample : null,
    }),
  },
  everySite,
);

present(
  scene,
  (root) => render(<OptionsPage connection={connection} />, root),
  worker === 'failing' ? '[role=alert]' : '#privacy',
);
