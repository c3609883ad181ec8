// "Now": what the page is, what the ban means for this person, the one thing to do next, and the
// dates that matter.
import type { VNode } from 'preact';
import { formatDay } from '../../../core/i18n/format-day.ts';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { messageSuffix } from '../../../core/detection/model/labels.ts';
import { EverySite } from '../../shared/controls/every-site.tsx';
import { Troubles } from '../../shared/frame/troubles.tsx';
import { FoundTraces } from './found-traces.tsx';
import { usePage } from '../../shared/context.ts';
import { BestSource } from '../sources/best-source.tsx';
import { Concern } from './concern.tsx';
import { usePopup } from '../context.ts';
import { Expired } from '../frame/footer.tsx';
import { KeyDates } from './key-dates.tsx';
import { NextStep } from './next-step.tsx';

type Page = PopupView['page'];

export function NowPart(): VNode {
  const { t, language } = usePage();
  const { view, show, open } = usePopup();
  const { page, organization } = view;
  const isChecking = view.awaits === 'page';
  return (
    <>
      {organization?.message && (
        <p class="note">
          {organization.name && <strong>{t('popupOrganizationSays', organization.name)} </strong>}
          <bdi>{organization.message}</bdi>
        </p>
      )}
      <Troubles troubles={view.troubles} />
      <FoundTraces />
      <section
        aria-labelledby="page-title"
        class={isChecking ? 'unseen' : undefined}
        aria-busy={isChecking}
      >
        <h2 id="page-title" aria-label={isChecking ? t('popupChecking') : undefined}>
          {page.notice?.title ?? t(`popupTitle_${messageSuffix(page.label)}`)}
        </h2>
        {/* Pages outside the ban don't show "Does the ban concern you?". */}
        {page.label === 'exempt' ? <About page={page} /> : <Concern />}
        <NextStep />
      </section>
      <section class="stands" aria-labelledby="stands-title">
        <h2 class="only-read" id="stands-title">
          {t('popupStands')}
        </h2>
        <Expired advisory={view.advisory} />
        <KeyDates />
        <div class="line">
          <button type="button" class="link-button" onClick={() => show('dates')}>
            {t('popupAllDates')}
          </button>
          <button type="button" class="link-button" onClick={() => open('ticket')}>
            {t('popupTicketTitle')}
          </button>
        </div>
      </section>
      <section class="about-page" aria-labelledby="about-title">
        <h2 class="only-read" id="about-title">
          {t('popupWhy')}
        </h2>
        {page.label !== 'exempt' && <About page={page} />}
        {page.snoozedUntil !== null && (
          <p class="hint">{t('popupSnoozed', formatDay(page.snoozedUntil, language))}</p>
        )}
        {page.rule && <Why page={page} />}
      </section>
      <EverySite order={view.everySite} organization={organization?.name ?? ''} />
    </>
  );
}

function About({ page }: { readonly page: Page }): VNode {
  const { t } = usePage();
  return (
    <p class="about">
      {page.notice?.text ?? t(`popupText_${messageSuffix(page.label)}`)}{' '}
      {page.notice && <BestSource ids={page.notice.sources} />}
    </p>
  );
}

function Why({ page }: { readonly page: Page }): VNode {
  const { t } = usePage();
  return (
    <details class="why">
      <summary>{t('popupWhy')}</summary>
      <p>{page.reason}</p>
      <p class="hint">
        {t('popupRule')} <code>{page.rule}</code>
      </p>
    </details>
  );
}
