// The options page: what is stored, shown and changed.
import * as v from 'valibot';
import { buildOptionsView } from '../core/build-options-view.ts';
import type { OptionsView } from '../core/options-view.ts';
import { settingNames, settingSchemas, type SettingName } from '../core/settings.ts';
import { everySiteOrder } from '../core/policy/effective.ts';
import { mayProceed } from '../core/policy/people-may.ts';
import type { RequestOf } from '../messages.ts';
import { now } from '../platform/clock.ts';
import { knowledge } from './advisory-update.ts';
import { changesShown, updatesView } from './feed-view.ts';
import { countQuestions } from './open-questions.ts';
import { tellPages } from './open-pages.ts';
import { policy } from './managed-policy.ts';
import { effective, speech } from './policy-change.ts';
import { reportsView } from './report-view.ts';
import { state } from './state.ts';
import { read, update, write } from './stored.ts';

export async function optionsView(): Promise<OptionsView> {
  const [{ advisory, origin, rules }, { settings, locked, origins }, { values, faults, deliveredAt }] = await Promise.all([knowledge(), effective(), policy()]);
  const { language } = await speech(settings, advisory);
  return buildOptionsView({
    settings,
    policy: deliveredAt === null ? null : {
      organisationName: values.organisationName ?? '',
      locked,
      defaults: settingNames.filter((name) => origins[name] === 'policy-default'),
      everySite: everySiteOrder(values),
      mayProceed: mayProceed(values, settings.mode),
      faultCount: faults.length,
    },
    language,
    snoozes: [...(await read(state.snoozes)), ...(await read(state.privateSnoozes))],
    advisory,
    origin,
    skippedRules: rules.skipped,
    changes: await changesShown(),
    updates: await updatesView(),
    reports: await reportsView(),
    repairs: await read(state.repairs),
    now: now(),
  });
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingSchemas, name);
}

export async function settingChanged({ name, value }: RequestOf<'change-setting'>): Promise<OptionsView> {
  if (!isSettingName(name)) throw new Error(`There is no setting named ${name.slice(0, 40)}.`);
  if ((await effective()).locked.includes(name)) throw new Error(`The setting ${name} is ordered by your organization’s policy.`);
  const parsed = v.safeParse(settingSchemas[name], value);
  if (!parsed.success) throw new Error(`The setting ${name} can't be that: ${parsed.issues[0].message}`);
  await update(state.settings, (settings) => ({ ...settings, [name]: parsed.output }));
  await countQuestions();
  await tellPages();
  return optionsView();
}

export async function snoozeEnded({ host }: RequestOf<'end-snooze'>): Promise<OptionsView> {
  await update(state.snoozes, (snoozes) => snoozes.filter((snooze) => snooze.host !== host));
  await update(state.privateSnoozes, (snoozes) => snoozes.filter((snooze) => snooze.host !== host));
  await tellPages();
  return optionsView();
}

export async function repairsDismissed(): Promise<OptionsView> {
  await write(state.repairs, []);
  return optionsView();
}
