// Requests of the options page.
import * as v from 'valibot';
import { buildOptionsView } from '../../core/view/build-options.ts';
import type { OptionsView } from '../../core/view/options.ts';
import {
  changeList,
  settingNames,
  settingSchemas,
  type SettingName,
  type Settings,
} from '../../core/settings/settings.ts';
import { everySitePolicy } from '../../core/policy/effective.ts';
import { mayProceed } from '../../core/policy/user-rights.ts';
import type { RequestOf } from '../../messages.ts';
import { now } from '../../platform/clock.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { changesShown, updatesView } from './feed-view.ts';
import { countQuestions } from '../download/open.ts';
import { notifyContentScripts } from '../base/content-scripts.ts';
import { policy } from '../policy/managed.ts';
import { currentLocale } from '../policy/locale.ts';
import { effective } from '../policy/settings.ts';
import { refreshTroubles } from '../page/troubles.ts';
import { reportsView } from './reports.ts';
import { getTracesView } from '../traces/look.ts';
import { state } from '../base/storage-items.ts';
import { read, update, write } from '../base/store.ts';

export async function getOptionsView(): Promise<OptionsView> {
  const [
    { advisory, origin, rules, dropped },
    { settings, locked, origins },
    { values, faults, deliveredAt },
  ] = await Promise.all([currentAdvisory(), effective(), policy()]);
  const { language, t } = await currentLocale(settings, advisory);
  return buildOptionsView({
    settings,
    policy:
      deliveredAt === null
        ? null
        : {
            organizationName: values.organizationName ?? '',
            locked,
            defaults: settingNames.filter((name) => origins[name] === 'policy-default'),
            everySite: everySitePolicy(values),
            mayProceed: mayProceed(values, settings.mode),
            faultCount: faults.length,
          },
    language,
    // Not those of private windows, whose sites nobody should find here.
    snoozes: await read(state.snoozes),
    advisory,
    origin,
    skippedEntries: [...dropped, ...rules.skipped],
    changes: await changesShown(),
    updates: await updatesView(),
    reports: await reportsView(),
    troubles: await refreshTroubles(),
    repairs: await read(state.repairs),
    traces: await getTracesView(language, t),
    now: now(),
  });
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingSchemas, name);
}

/** `next`: the new value, from the newest stored one. */
async function change(
  name: SettingName,
  next: (own: Partial<Settings>) => unknown,
): Promise<OptionsView> {
  if ((await effective()).locked.includes(name))
    throw new Error(`The setting ${name} is ordered by your organization’s policy.`);
  await update(state.settings, (settings) => {
    const parsed = v.safeParse(settingSchemas[name], next(settings));
    if (!parsed.success)
      throw new Error(`The setting ${name} can't be that: ${parsed.issues[0].message}`);
    return { ...settings, [name]: parsed.output };
  });
  await countQuestions();
  await notifyContentScripts();
  return getOptionsView();
}

export async function changeSetting({
  name,
  value,
}: RequestOf<'change-setting'>): Promise<OptionsView> {
  if (!isSettingName(name)) throw new Error(`There is no setting named ${name.slice(0, 40)}.`);
  return change(name, () => value);
}

export async function changeListSetting({
  name,
  ...changes
}: RequestOf<'change-list'>): Promise<OptionsView> {
  const inForce = (await effective()).settings[name];
  return change(name, (own) => changeList(own[name] ?? inForce, changes));
}

export async function endSnooze({ host }: RequestOf<'end-snooze'>): Promise<OptionsView> {
  await update(state.snoozes, (snoozes) => snoozes.filter((snooze) => snooze.host !== host));
  await update(state.privateSnoozes, (snoozes) => snoozes.filter((snooze) => snooze.host !== host));
  await notifyContentScripts();
  return getOptionsView();
}

export async function dismissRepairs(): Promise<OptionsView> {
  await write(state.repairs, []);
  return getOptionsView();
}
