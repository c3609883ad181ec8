// The first-run page: shown once after installation, unless the administrator forbids it.
//
//   installed -> due -> done: shown, or forbidden by the policy
//
// If an administrator installed the extension, it waits for the policy, which Chromium delivers
// seconds later, and shows nothing without one.
import { pagePath } from '../../pages/pages.ts';
import { isInstalledByPolicy } from '../../platform/worker/installation.ts';
import { ownUrl } from '../../platform/worker/runtime.ts';
import { openTab } from '../../platform/worker/tab-actions.ts';
import { policy } from '../policy/managed.ts';
import { state } from '../base/storage-items.ts';
import { read, update } from '../base/store.ts';

const welcomePage = pagePath('welcome');

/** Chromium can report the installation again after a restart (seen once, in 156). */
export async function noteInstallation(): Promise<void> {
  await update<'due' | 'done' | null>(state.welcome, (before) => before ?? 'due');
}

export async function showWelcomeIfDue(): Promise<void> {
  if ((await read(state.welcome)) !== 'due') return;
  const { values, deliveredAt } = await policy();
  const isManaged = await isInstalledByPolicy();
  if (isManaged && deliveredAt === null) return;
  // Claimed exclusively: installation and policy delivery may happen at the same time.
  let isDue = false;
  await update<'due' | 'done' | null>(state.welcome, (before) => {
    isDue = before === 'due';
    return 'done';
  });
  if (!isDue) return;
  if (values.firstRunPage ?? !isManaged) await openTab(ownUrl(welcomePage));
}
