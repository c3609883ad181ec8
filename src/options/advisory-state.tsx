import type { VNode } from 'preact';
import { calendarDay } from '../core/calendar-day.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { Symbol } from '../ui/symbol.tsx';
import { AdvisoryChanges } from './advisory-changes.tsx';
import { FeedCheck } from './feed-check.tsx';
import type { SectionProps } from './section-props.ts';
import { OwnFeed } from './own-feed.tsx';

export function AdvisoryState({ view, show }: SectionProps): VNode {
  const { advisory } = view;
  const { say, language } = useSurroundings();
  // As its checks of products are dated: one day everywhere, whatever the reader's clock says.
  const date = (at: string) => <time dateTime={at}>{calendarDay(at, language, 'UTC')}</time>;
  return (
    <>
      <p class={advisory.isExpired ? 'state state-finished' : 'state state-fine'}>
        <Symbol name={advisory.isExpired ? 'warning' : 'done'} />
        {say(advisory.isExpired ? 'optionsAdvisoryExpired' : 'optionsAdvisoryCurrent')}
      </p>
      {advisory.isExpired && <p>{say('optionsAdvisoryExpiredText')}</p>}
      <dl class="facts">
        <dt>{say('optionsAdvisoryVersion')}</dt><dd>{new Intl.NumberFormat(language).format(advisory.version)}</dd>
        <dt>{say('optionsAdvisoryIssued')}</dt><dd>{date(advisory.issued)}</dd>
        {advisory.factsChecked !== null && <><dt>{say('optionsAdvisoryFacts')}</dt><dd>{date(advisory.factsChecked)}</dd></>}
        <dt>{say('optionsAdvisoryExpires')}</dt><dd>{date(advisory.expires)}</dd>
        <dt>{say('optionsAdvisoryOrigin')}</dt><dd>{say(`optionsAdvisoryOrigin_${advisory.origin}`)}</dd>
      </dl>
      <FeedCheck view={view} show={show} />
      <AdvisoryChanges changes={advisory.changes} />
      {advisory.skippedRules.length > 0 && (
        <details>
          <summary>{say('optionsSkippedRules', new Intl.NumberFormat(language).format(advisory.skippedRules.length))}</summary>
          <ul class="plain-words">
            {advisory.skippedRules.map(({ path }) => <li key={path}><code dir="ltr">{path}</code> <span>{say('optionsSkippedRule')}</span></li>)}
          </ul>
        </details>
      )}
      <OwnFeed view={view} show={show} />
    </>
  );
}
