import type { VNode } from 'preact';
import { Field, describedBy } from '../shared/field.tsx';
import { useSurroundings } from '../shared/context.ts';
import type { SectionProps } from './section-props.ts';
import { lockedBy, suggestedBy } from '../shared/locked.ts';
import { SavedStatus } from './saved-status.tsx';
import { useSaving } from './saving.ts';

/** A language by its own name, so that who reads only that one finds it. */
function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

export function Language({ view, show }: SectionProps): VNode {
  const { say } = useSurroundings();
  const { state, save } = useSaving('language', show);
  const lock = lockedBy(view, 'language', say);
  return (
    <Field id="language-choice" label={say('optionsLanguage')} hint={say('optionsLanguageHint')} state={state} lockedBy={lock} suggestedBy={suggestedBy(view, 'language', say)}>
      <select id="language-choice" disabled={lock !== undefined} value={view.settings.language} aria-describedby={describedBy('language-choice')} onChange={(event) => void save(event.currentTarget.value)}>
        <option value="">{say('optionsLanguageBrowser')}</option>
        {view.languages.map((language) => <option key={language} value={language} lang={language}>{ownName(language)}</option>)}
      </select>
      <SavedStatus state={state} />
    </Field>
  );
}
