import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { snoozeDaysRange } from '../../core/settings/settings.ts';
import { describedBy, Field } from '../shared/controls/field.tsx';
import { usePage } from '../shared/context.ts';
import { SavedStatus, type SectionProps, useSaving } from './section.tsx';
import { lockedBy, suggestedBy } from '../shared/controls/locked.ts';

const modes = ['warn', 'inform'] as const;
const { min, max } = snoozeDaysRange;

export function Warnings({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  const mode = useSaving('mode', show);
  const days = useSaving('snoozeDays', show);
  const stored = view.settings.snoozeDays;
  /** Typed but not saved. */
  const [draft, setDraft] = useState<string | null>(null);
  const modeLock = lockedBy(view, 'mode', t);
  const daysLock = lockedBy(view, 'snoozeDays', t);
  // Only policy sets `block`; it may let people choose less.
  const isBlocking = view.settings.mode === 'block';

  const saveDays = async (typed: string) => {
    const number = Number(typed);
    if (typed.trim() === '' || !Number.isInteger(number) || number < min || number > max) {
      return days.refuse(t('optionsSnoozeDaysInvalid', String(max)));
    }
    if (await days.save(number)) setDraft(null);
  };

  return (
    <>
      <Field
        id="mode"
        isGroup
        label={t('optionsMode')}
        state={mode.state}
        lockedBy={modeLock}
        suggestedBy={suggestedBy(view, 'mode', t)}
      >
        {(isBlocking ? (['block', ...modes] as const) : modes).map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="mode"
              value={one}
              checked={view.settings.mode === one}
              disabled={modeLock !== undefined}
              onChange={() => one !== 'block' && void mode.save(one)}
            />
            <span>
              <strong>{t(`optionsMode_${one}`)}</strong>
              <span class="hint">{t(`optionsModeHint_${one}`)}</span>
            </span>
          </label>
        ))}
      </Field>
      <Field
        id="snooze-days"
        label={t('optionsSnoozeDays')}
        hint={t('optionsSnoozeDaysHint', String(max))}
        state={days.state}
        lockedBy={daysLock}
        suggestedBy={suggestedBy(view, 'snoozeDays', t)}
      >
        <input
          id="snooze-days"
          disabled={daysLock !== undefined}
          type="text"
          inputMode="numeric"
          class="short"
          value={draft ?? String(stored)}
          aria-describedby={describedBy('snooze-days')}
          aria-invalid={days.state.error !== undefined}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => void saveDays(event.currentTarget.value)}
        />
      </Field>
      <SavedStatus state={mode.state} />
      <SavedStatus state={days.state} />
    </>
  );
}
