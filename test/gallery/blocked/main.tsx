import { render } from 'preact';
import { BlockedPage } from '../../../src/pages/blocked/blocked-page.tsx';
import { buildBlockedView } from '../../../src/core/view/blocked.ts';
import { classifyDownload } from '../../../src/core/detection/classify-download.ts';
import { classifyPage } from '../../../src/core/detection/classify-page.ts';
import { compileRules } from '../../../src/core/detection/engine/rule-index.ts';
import { sampleConnection } from '../page/connection.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language } from '../page/locale.ts';
import { scenes } from './scenes.ts';

const { index } = compileRules(advisory.detection);
const {
  policy = {},
  kind = 'page',
  isStopped = true,
  mayProceed = false,
  url = 'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
  worker,
  ...scene
} = chosenScene(scenes);

const connection = sampleConnection({
  'blocked-view': () => {
    if (worker === 'failing') throw new Error('The background worker did not answer.');
    return buildBlockedView({
      url,
      kind,
      isStopped,
      verdict: kind === 'page' ? classifyPage(index, { url }) : classifyDownload(index, { url }),
      advisory,
      language,
      policy,
      mayProceed,
    });
  },
  proceed: () => null,
});

present(
  scene,
  (root) =>
    render(
      <BlockedPage
        connection={connection}
        address={`https://gallery.example/?${kind}=${encodeURIComponent(url)}`}
      />,
      root,
    ),
  'h1',
);
