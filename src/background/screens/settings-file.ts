// Exports, imports and resets settings.
import { readSettingsFile, settingsFile } from '../../core/settings/settings-file.ts';
import type { OptionsView, ImportedSettings } from '../../core/view/options.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import { countQuestions } from '../download/open.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { getOptionsView } from './options.ts';
import { effective } from '../policy/settings.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

export async function exportSettings(): Promise<string> {
  return settingsFile(await read(state.settings), now());
}

async function afterSettingsChange(): Promise<OptionsView> {
  await countQuestions();
  await notifyContentScripts();
  return getOptionsView();
}

export async function importSettings({
  text,
}: RequestOf<'load-settings'>): Promise<ImportedSettings> {
  const file = readSettingsFile(text, (await effective()).locked);
  if (!file.ok) return { refused: file.error };
  const { accepted, locked, faults } = file.value;
  await update(state.settings, (settings) => ({ ...settings, ...accepted }));
  return { view: await afterSettingsChange(), loaded: Object.keys(accepted), locked, faults };
}

export async function resetSettings(): Promise<OptionsView> {
  await write(state.settings, {});
  await write(state.snoozes, []);
  await write(state.privateSnoozes, []);
  return afterSettingsChange();
}
