// Reports to an organization: an explanation for people, and delivery figures for administrators.
import { Fragment, type VNode } from 'preact';
import type { ReportsView } from '../../core/view/options.ts';
import { isFailing } from '../../core/report/delivery.ts';
import { usePage } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { instant } from './advisory/feed-facts.tsx';

/** Allows line breaks after every 16 characters of a hash, so that none ends up alone on a line. */
function inGroups(hash: string): VNode[] {
  return (hash.match(/.{1,16}/g) ?? []).map((group, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {group}
    </Fragment>
  ));
}

/** A success that no collector gave: a page answered at its address. */
const isOther = (status: number | null): boolean => status !== null && status < 300;

export function Reports({ reports }: { readonly reports: ReportsView }): VNode {
  const { t, language } = usePage();
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const when = (at: string | null) =>
    at === null ? t('feedNever') : <time dateTime={at}>{instant(at, language)}</time>;
  const { failure } = reports;
  const failed = () => {
    if (!failure) return t('reportNoFailure');
    const at = instant(failure.at, language);
    if (failure.status === null) return t('reportFailedSilently', at);
    return isOther(failure.status)
      ? t('reportFailedOther', at)
      : t('reportFailedStatus', at, String(failure.status));
  };
  return (
    <>
      <h3 id="reports" class="apart">
        {t('reportTitle')}
      </h3>
      <p>{t('reportDeclaration', reports.organization || t('reportYourOrganization'))}</p>
      <p class="locked">{t('reportWhere', reports.host)}</p>
      <p>{t('reportSent')}</p>
      <ul class="plain-words">
        {['pages', 'downloads', 'notices', 'state', 'identity'].map((part) => (
          <li key={part}>{t(`reportSent_${part}`)}</li>
        ))}
      </ul>
      <p>{t('reportNever')}</p>
      <h4>{t('reportDelivery')}</h4>
      {failure && isFailing(reports) && (
        <div class="failing">
          <p class="state state-caution">
            <Symbol name="warning" />
            {t('reportFailing')}
          </p>
          <p>
            {isOther(failure.status)
              ? t('reportFailingOther', instant(failure.at, language))
              : failure.status === null
                ? t('reportFailingSilently', instant(failure.at, language))
                : t(
                    'reportFailingStatus',
                    instant(failure.at, language),
                    String(failure.status),
                  )}{' '}
            {t(reports.queued > 0 ? 'reportFailingKept' : 'reportFailingNext')}
          </p>
        </div>
      )}
      <dl class="facts">
        <dt>{t('reportQueued')}</dt>
        <dd>{number(reports.queued)}</dd>
        <dt>{t('reportDelivered')}</dt>
        <dd>{number(reports.delivered)}</dd>
        <dt>{t('reportDropped')}</dt>
        <dd>{number(reports.dropped)}</dd>
        <dt>{t('reportDeliveredAt')}</dt>
        <dd>{when(reports.deliveredAt)}</dd>
        <dt>{t('reportFailedAt')}</dt>
        <dd>{failed()}</dd>
        {reports.nextAttemptAt !== null && (
          <>
            <dt>{t('reportNextAt')}</dt>
            <dd>{when(reports.nextAttemptAt)}</dd>
          </>
        )}
        <dt>{t('reportHash')}</dt>
        <dd>
          <code dir="ltr" class="address">
            {inGroups(reports.policyHash)}
          </code>
        </dd>
      </dl>
    </>
  );
}
