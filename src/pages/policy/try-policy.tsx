// A pasted document, read by the worker as if it were the policy. Nothing is stored or applied.
import type { TriedPolicy } from '../../core/view/policy.ts';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureText } from '../shared/text.ts';
import { describedBy, Field } from '../shared/controls/field.tsx';
import { useNewest } from '../shared/frame/newest.ts';
import { usePage } from '../shared/context.ts';
import { notJson } from './not-json.ts';
import { PolicyRows } from './policy-rows.tsx';

export function TryPolicy(): VNode {
  const { t, language, connection } = usePage();
  const [tried, setTried] = useState<TriedPolicy | null>(null);
  const draft = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLHeadingElement>(null);

  const begin = useNewest();

  const attempt = async () => {
    const isNewest = begin();
    // JSON allows few kinds of space. Replace others before the document, so that error positions
    // match the field.
    const text =
      draft.current?.value.trimEnd().replace(/^\s+/, (lead) => lead.replace(/[^\n]/g, ' ')) ?? '';
    if (text === '') return setTried({ error: t('policyTryEmpty') });
    try {
      const answer = await connection.request('try-policy', { text });
      if (isNewest())
        setTried('error' in answer ? { error: notJson(answer.error, t, language) } : answer);
    } catch (cause) {
      if (isNewest()) setTried({ error: t('failedBecause', failureText(cause, t)) });
    }
  };

  // Focus the heading once it is drawn.
  useEffect(() => {
    if (tried && 'policy' in tried) result.current?.focus();
  }, [tried]);

  const error = tried && 'error' in tried ? tried.error : undefined;
  return (
    <section class="panel" id="try" aria-labelledby="try-title">
      <h2 id="try-title">{t('policyTry')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void attempt();
        }}
      >
        <Field
          id="try-text"
          label={t('policyTryLabel')}
          hint={t('policyTryHint')}
          state={error === undefined ? {} : { error }}
        >
          <textarea
            id="try-text"
            ref={draft}
            rows={8}
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            aria-describedby={describedBy('try-text')}
            aria-invalid={error !== undefined}
          />
        </Field>
        <div class="row">
          <button type="submit" class="button">
            {t('policyTryButton')}
          </button>
        </div>
      </form>
      {tried && 'policy' in tried && (
        <div class="tried">
          <h3 ref={result} tabIndex={-1}>
            {t('policyTried')}
          </h3>
          <PolicyRows policy={tried.policy} onlySet />
        </div>
      )}
    </section>
  );
}
