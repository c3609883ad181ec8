// The smallest extension that could do the same: a worker that answers, a script that asks it and
// shows one popover. What ours takes is measured against it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../test/harness/browsers/browser.ts';

const worker = `
const api = globalThis.browser ?? chrome;
const words = { title: 'This software is banned', text: 'Its sale in the United States is prohibited.' };
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message.name !== 'page-visited') return false;
  const { hostname } = new URL(sender.url);
  const isListed = hostname === 'kaspersky.com' || hostname.endsWith('.kaspersky.com');
  reply({ notice: isListed ? words : null });
  return false;
});
`;

const script = `
const api = globalThis.browser ?? chrome;
api.runtime.sendMessage({ name: 'page-visited', title: document.title }).then(({ notice }) => {
  if (!notice) return;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const [title, text] = [document.createElement('h2'), document.createElement('p')];
  title.textContent = notice.title;
  text.textContent = notice.text;
  root.append(title, text);
  const show = () => {
    document.body.append(host);
    host.popover = 'manual';
    host.showPopover();
  };
  if (document.body && document.readyState !== 'loading') show();
  else document.addEventListener('DOMContentLoaded', show);
});
`;

export const smallestId = 'smallest@example.org';

export function writeSmallest(engine: Engine, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Smallest',
    version: '1.0',
    background:
      engine === 'chromium' ? { service_worker: 'worker.js' } : { scripts: ['worker.js'] },
    content_scripts: [
      { matches: ['*://*.kaspersky.com/*'], js: ['script.js'], run_at: 'document_start' },
    ],
    host_permissions: ['*://*.kaspersky.com/*'],
    ...(engine === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: smallestId, data_collection_permissions: { required: ['none'] } },
          },
        }
      : {}),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), worker);
  writeFileSync(join(folder, 'script.js'), script);
  return folder;
}
