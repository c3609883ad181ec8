import type { VNode } from 'preact';
import { formatDay } from '../../../core/i18n/format-day.ts';
import { usePage } from '../../shared/context.ts';
import { Symbol } from '../../shared/symbol.tsx';
import { AdvisoryChanges } from './advisory-changes.tsx';
import { FeedCheck } from './feed-check.tsx';
import type { SectionProps } from '../section.tsx';
import { OwnFeed } from './own-feed.tsx';

export function AdvisoryState({ view, show }: SectionProps): VNode {
  const { advisory } = view;
  const { t, language } = usePage();
  // In UTC, like the dates of product checks, so that everyone sees the same day.
  const date = (at: string) => <time dateTime={at}>{formatDay(at, language, 'UTC')}</time>;
  return (
    <>
      <p class={advisory.isExpired ? 'state state-finished' : 'state state-fine'}>
        <Symbol name={advisory.isExpired ? 'warning' : 'done'} />
        {t(advisory.isExpired ? 'optionsAdvisoryExpired' : 'optionsAdvisoryCurrent')}
      </p>
      {advisory.isExpired && <p>{t('optionsAdvisoryExpiredText')}</p>}
      <dl class="facts">
        <dt>{t('optionsAdvisoryVersion')}</dt>
        <dd>{new Intl.NumberFormat(language).format(advisory.version)}</dd>
        <dt>{t('optionsAdvisoryIssued')}</dt>
        <dd>{date(advisory.issued)}</dd>
        {advisory.factsChecked !== null && (
          <>
            <dt>{t('optionsAdvisoryFacts')}</dt>
            <dd>{date(advisory.factsChecked)}</dd>
          </>
        )}
        <dt>{t('optionsAdvisoryExpires')}</dt>
        <dd>{date(advisory.expires)}</dd>
        <dt>{t('optionsAdvisoryOrigin')}</dt>
        <dd>{t(`optionsAdvisoryOrigin_${advisory.origin}`)}</dd>
      </dl>
      <FeedCheck view={view} show={show} />
      <AdvisoryChanges changes={advisory.changes} />
      {advisory.skippedEntries.length > 0 && (
        <details>
          <summary>
            {t(
              'optionsSkippedEntries',
              new Intl.NumberFormat(language).format(advisory.skippedEntries.length),
            )}
          </summary>
          <ul class="plain-words">
            {advisory.skippedEntries.map(({ path }) => (
              <li key={path}>
                <code dir="ltr">{path}</code> <span>{t('optionsSkippedEntry')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <OwnFeed view={view} show={show} />
    </>
  );
}
