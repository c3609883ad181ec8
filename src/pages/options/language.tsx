import type { VNode } from 'preact';
import { Field, describedBy } from '../shared/controls/field.tsx';
import { usePage } from '../shared/context.ts';
import { SavedStatus, type SectionProps, useSaving } from './section.tsx';
import { lockedBy, suggestedBy } from '../shared/controls/locked.ts';

/** A language's name in that language, for people who read no other. */
function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

export function Language({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  const { state, save } = useSaving('language', show);
  const lock = lockedBy(view, 'language', t);
  return (
    <Field
      id="language-choice"
      label={t('optionsLanguage')}
      hint={t('optionsLanguageHint')}
      state={state}
      lockedBy={lock}
      suggestedBy={suggestedBy(view, 'language', t)}
    >
      <select
        id="language-choice"
        disabled={lock !== undefined}
        value={view.settings.language}
        aria-describedby={describedBy('language-choice')}
        onChange={(event) => void save(event.currentTarget.value)}
      >
        <option value="">{t('optionsLanguageBrowser')}</option>
        {view.languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </select>
      <SavedStatus state={state} />
    </Field>
  );
}
