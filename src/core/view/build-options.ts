// Builds the options page's view from stored items and the current advisory.
import { noTraces, type TracesView } from '../traces/view.ts';
import type { Advisory } from '../advisory/schema.ts';
import { factsChecked } from '../advisory/facts-checked.ts';
import { translate } from '../i18n/text.ts';
import { textDirection } from '../i18n/bidi.ts';
import type { Snooze } from '../decision/snooze.ts';
import type { OptionsView } from './options.ts';
import type { EffectiveSettings } from '../policy/effective.ts';

export interface OptionsFacts {
  readonly settings: EffectiveSettings;
  readonly policy: OptionsView['policy'];
  readonly language: string;
  readonly snoozes: readonly Snooze[];
  readonly advisory: Advisory;
  readonly origin: OptionsView['advisory']['origin'];
  readonly skippedEntries: OptionsView['advisory']['skippedEntries'];
  readonly changes: OptionsView['advisory']['changes'];
  readonly updates: OptionsView['updates'];
  readonly reports?: OptionsView['reports'];
  readonly troubles?: OptionsView['troubles'];
  readonly repairs: OptionsView['repairs'];
  readonly traces?: TracesView;
  readonly now: number;
}

export function buildOptionsView(facts: OptionsFacts): OptionsView {
  const { advisory, language, now } = facts;
  return {
    language,
    direction: textDirection(language),
    settings: facts.settings,
    policy: facts.policy,
    jurisdictions: advisory.jurisdictions.map(({ id, name, kind, regions, timeZones }) => ({
      id,
      name: translate(name, language),
      kind,
      regions,
      timeZones,
    })),
    languages: advisory.languages,
    snoozes: facts.snoozes.filter((snooze) => Date.parse(snooze.until) > now),
    advisory: {
      version: advisory.version,
      issued: advisory.issued,
      factsChecked: factsChecked(advisory),
      expires: advisory.expires,
      isExpired: Date.parse(advisory.expires) <= now,
      origin: facts.origin,
      skippedEntries: facts.skippedEntries,
      changes: facts.changes,
    },
    updates: facts.updates,
    reports: facts.reports ?? null,
    troubles: facts.troubles ?? [],
    repairs: facts.repairs,
    traces: facts.traces ?? noTraces,
  };
}
