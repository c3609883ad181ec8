import { render } from 'preact';
import { textDirection } from '../../../src/core/i18n/bidi.ts';
import { buildPolicyView, parsePastedPolicy } from '../../../src/core/view/policy.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { PolicyPage } from '../../../src/pages/policy/policy-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { scenes } from './scenes.ts';

const scene = chosenScene(scenes);

const view = (raw: unknown, deliveredAt: string | null) =>
  buildPolicyView({
    raw,
    deliveredAt,
    own: {},
    defaults: defaultSettings(),
    known: {
      jurisdictions: advisory.jurisdictions.map(({ id }) => id),
      alternatives: advisory.alternatives.products.map(({ id }) => id),
      languages: ['en', 'es'],
    },
    isEverySiteAllowed: false,
    reachesHost: () => false,
    versions: { extension: '1.0.0', advisory: advisory.version },
  });

/** The first document of two is answered last. */
let second: (() => void) | undefined;
const firstIsLate =
  scene.worker === 'out-of-order'
    ? new Promise<void>((resolve) => {
        second = resolve;
      })
    : null;
let asked = 0;

async function inItsTime(): Promise<void> {
  asked += 1;
  if (asked > 1) setTimeout(() => second?.());
  else await firstIsLate;
  setTimeout(() => {
    document.body.dataset['answered'] = String(asked);
  });
}

const connection = sampleConnection({
  'policy-view': () => {
    if (scene.worker === 'failing') throw new Error('The background worker did not answer.');
    return {
      language,
      direction: textDirection(language),
      policy: view(scene.raw ?? null, scene.raw ? '2026-11-20T09:00:00Z' : null),
      troubles: [],
    };
  },
  'try-policy': async ({ text }) => {
    await inItsTime();
    const pasted = parsePastedPolicy(text);
    return 'error' in pasted ? pasted : { policy: view(pasted.raw, null) };
  },
});

present(
  scene,
  (root) => render(<PolicyPage connection={connection} />, root),
  scene.worker === 'failing' ? '[role=alert]' : '#try',
);
