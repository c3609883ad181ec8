// Flow (e): the settings in force. The one door: an administrator's policy is laid over the person's settings here, and
// nowhere else.
//
//   start: cached policy counts at once -> the browser delivers -> same: nothing | other: stored, then everything asks anew
import type { Advisory } from '../../core/advisory/schema.ts';
import { textDirection } from '../../core/i18n/bidi.ts';
import { pickLanguage, type Say } from '../../core/i18n/messages.ts';
import { effectiveSettings as merge, type Effective, type EffectiveSettings } from '../../core/policy/effective.ts';
import { defaultSettings } from '../../core/settings/settings.ts';
import { browserLanguage, stringsOf } from '../../platform/worker/strings.ts';
import { forgetKnowledge } from '../advisory/current.ts';
import { reconcileEverySite } from '../page/every-site.ts';
import { scheduleChecks } from '../feed/check.ts';
import { policy, reconcilePolicy } from '../policy/managed.ts';
import { tellPages } from '../base/content-scripts.ts';
import { followReporting } from './heartbeat.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';
import { welcomeIfDue } from './welcome.ts';

/** Settings with their origins, as far as the policy is known now. */
export async function effective(): Promise<Effective> {
  const [{ values }, own] = await Promise.all([policy(), read(state.settings)]);
  return merge(values, own, defaultSettings());
}

export async function effectiveSettings(): Promise<EffectiveSettings> {
  return (await effective()).settings;
}

export interface Speech {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
}

/** The language that people are spoken to in: the one they chose, else the browser's, as far as the advisory has it. */
export async function speech(settings: Pick<EffectiveSettings, 'language'>, advisory: Pick<Advisory, 'languages'>): Promise<Speech> {
  const language = pickLanguage(settings.language || browserLanguage(), advisory.languages);
  return { language, direction: textDirection(language), say: await stringsOf(language) };
}

/** The browser delivered a policy, changed it or took it away. */
export async function policyDelivered(): Promise<void> {
  if (!(await reconcilePolicy())) return;
  await welcomeIfDue();
  forgetKnowledge();
  await scheduleChecks();
  // What a browser refuses here must not keep the rest from following the policy.
  await reconcileEverySite().catch((cause: unknown) => console.error('Scripts for every site could not be set.', cause));
  await tellPages();
  await followReporting();
}
