// Reports to an organisation: declared in words, and the delivery in figures for those who look after it.
import { Fragment, type VNode } from 'preact';
import type { ReportsView } from '../../core/view/options.ts';
import { isFailing } from '../../core/report/delivery.ts';
import { useSurroundings } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { instant } from './feed-facts.tsx';

/** A hash may go on in the next line after each sixteen characters; else its last one could stand alone there. */
function inGroups(hash: string): VNode[] {
  return (hash.match(/.{1,16}/g) ?? []).map((group, place) => <Fragment key={place}>{place > 0 && <wbr />}{group}</Fragment>);
}

export function Reports({ reports }: { readonly reports: ReportsView }): VNode {
  const { say, language } = useSurroundings();
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const when = (at: string | null) => (at === null ? say('feedNever') : <time dateTime={at}>{instant(at, language)}</time>);
  const { failure } = reports;
  const failed = () => {
    if (!failure) return say('reportNoFailure');
    const at = instant(failure.at, language);
    return failure.status === null ? say('reportFailedSilently', at) : say('reportFailedStatus', at, String(failure.status));
  };
  return (
    <>
      <h3 id="reports" class="apart">{say('reportTitle')}</h3>
      <p>{say('reportDeclaration', reports.organisation || say('reportYourOrganisation'))}</p>
      <p class="locked">{say('reportWhere', reports.host)}</p>
      <p>{say('reportSent')}</p>
      <ul class="plain-words">
        {['pages', 'downloads', 'notices', 'state', 'identity'].map((part) => <li key={part}>{say(`reportSent_${part}`)}</li>)}
      </ul>
      <p>{say('reportNever')}</p>
      <h4>{say('reportDelivery')}</h4>
      {failure && isFailing(reports) && (
        <div class="failing">
          <p class="state state-caution"><Symbol name="warning" />{say('reportFailing')}</p>
          <p>
            {failure.status === null ? say('reportFailingSilently', instant(failure.at, language)) : say('reportFailingStatus', instant(failure.at, language), String(failure.status))}
            {' '}{say(reports.queued > 0 ? 'reportFailingKept' : 'reportFailingNext')}
          </p>
        </div>
      )}
      <dl class="facts">
        <dt>{say('reportQueued')}</dt><dd>{number(reports.queued)}</dd>
        <dt>{say('reportDelivered')}</dt><dd>{number(reports.delivered)}</dd>
        <dt>{say('reportDropped')}</dt><dd>{number(reports.dropped)}</dd>
        <dt>{say('reportDeliveredAt')}</dt><dd>{when(reports.deliveredAt)}</dd>
        <dt>{say('reportFailedAt')}</dt><dd>{failed()}</dd>
        {reports.nextAttemptAt !== null && <><dt>{say('reportNextAt')}</dt><dd>{when(reports.nextAttemptAt)}</dd></>}
        <dt>{say('reportHash')}</dt><dd><code dir="ltr" class="address">{inGroups(reports.policyHash)}</code></dd>
      </dl>
    </>
  );
}
