// The settings in force: policy merged with the person's own settings. Nothing else may merge the
// two.
import {
  effectiveSettings as merge,
  type Effective,
  type EffectiveSettings,
} from '../../core/policy/effective.ts';
import { defaultSettings } from '../../core/settings/settings.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { policy } from './managed.ts';

/** Settings in force, each with its origin. */
export async function effective(): Promise<Effective> {
  const [{ values }, own] = await Promise.all([policy(), read(state.settings)]);
  return merge(values, own, defaultSettings());
}

export async function effectiveSettings(): Promise<EffectiveSettings> {
  return (await effective()).settings;
}
