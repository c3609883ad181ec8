import { render } from 'preact';
import { buildOptionsView } from '../../../src/core/view/build-options.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { WelcomePage } from '../../../src/pages/welcome/welcome-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { tracesOf } from '../page/traces.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);

let settings = { ...defaultSettings(), jurisdictions: [...(scene.jurisdictions ?? [])] };

const view = () =>
  buildOptionsView({
    settings,
    policy: scene.isOrdered
      ? {
          organizationName: 'Northwind Traders',
          locked: ['jurisdictions'],
          defaults: [],
          everySite: scene.order ?? null,
          mayProceed: true,
          faultCount: 0,
        }
      : null,
    language,
    snoozes: [],
    advisory,
    origin: 'packaged',
    skippedEntries: [],
    changes: [],
    updates: { areAllowed: true, feed: null, organization: null },
    repairs: [],
    traces: tracesOf(),
    now: Date.parse('2026-11-23T12:00:00-05:00'),
  });

const connection = sampleConnection(
  {
    'options-view': () => {
      if (scene.worker === 'failing') throw new Error('The background worker did not answer.');
      return view();
    },
    'change-setting': ({ name, value }) => {
      if (scene.worker === 'not-saving') throw new Error('The disk is full.');
      settings = { ...settings, [name]: value };
      return view();
    },
  },
  scene.everySite,
  scene.leave,
);

present(
  scene,
  (root) => render(<WelcomePage connection={connection} timeZone={scene.timeZone} />, root),
  scene.worker === 'failing' ? '[role=alert]' : '.ways',
);
