// "This page": what it is, what can be done about it, why this is said, and where the ban stands.
import type { VNode } from 'preact';
import { formatDay } from '../../../core/i18n/format-day.ts';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { behaviorOf, messageSuffix, unknownPage } from '../../../core/detection/model/labels.ts';
import { Troubles } from '../../shared/frame/troubles.tsx';
import { EverySite } from '../../shared/controls/every-site.tsx';
import { tCount } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { Concern, isQuiet } from './concern.tsx';
import { usePopup } from '../context.ts';
import { Expired } from '../footer.tsx';
import { KeyDates } from './key-dates.tsx';
import { SourceChips } from '../source-chips.tsx';
import { TraceAlert } from '../../shared/traces/trace-findings.tsx';
import { Statement } from '../statement.tsx';

type Page = PopupView['page'];

export function PagePart(): VNode {
  const { t, language } = usePage();
  const { view, show, open } = usePopup();
  const { page, ban, subject, openQuestions, organization } = view;
  const { popupWays } = page.label === 'unknown' ? unknownPage : behaviorOf(page.label);
  // What is outside the ban needs no word on whom the ban concerns.
  const isConcernShown = page.label !== 'exempt';
  // Above: where nobody knows whether it concerns the reader, or in the words for what the page offers.
  const isBanSaid =
    (isConcernShown && !view.concern) ||
    (page.label === 'product-download' && page.notice !== null);
  return (
    <>
      {openQuestions > 0 && (
        <a class="banner amber" href="../question/index.html" target="_blank" rel="noopener">
          <strong>{tCount(t, language, 'popupOpenQuestions', openQuestions)}</strong>
          <span>{t('popupAnswerThem')}</span>
          <span class="only-read">{t('popupNewTab')}</span>
        </a>
      )}
      <Troubles troubles={view.troubles} />
      {organization?.message && (
        <p class="note">
          {organization.name && <strong>{t('popupOrganizationSays', organization.name)} </strong>}
          <bdi>{organization.message}</bdi>
        </p>
      )}
      <TraceAlert view={view.traces} />
      <section
        aria-labelledby="page-title"
        class={view.awaits === 'page' ? 'unseen' : undefined}
        aria-busy={view.awaits === 'page'}
      >
        <h2 id="page-title" aria-label={view.awaits === 'page' ? t('popupChecking') : undefined}>
          {page.notice?.title ?? t(`popupTitle_${messageSuffix(page.label)}`)}
        </h2>
        {isConcernShown && <Concern />}
        <div class="ways">
          {organization?.helpAddress && (
            <a
              class={isQuiet(page) ? 'button' : 'button primary'}
              href={organization.helpAddress}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('popupHelp')}
              <span class="only-read"> {t('popupNewTab')}</span>
            </a>
          )}
          {popupWays.map((part, index) => (
            <button
              key={part}
              type="button"
              class={
                index === 0 && !isQuiet(page) && !organization?.helpAddress
                  ? 'button primary'
                  : 'button'
              }
              onClick={() => show(part)}
            >
              {part === 'removal' && isQuiet(page)
                ? t('popupWayRemoveSubject', subject)
                : t(`popupWay_${part}`)}
            </button>
          ))}
        </div>
        <p class="about">
          {page.notice?.text ?? t(`popupText_${messageSuffix(page.label)}`)}
          {page.notice && <SourceChips ids={page.notice.sources} />}
        </p>
        {page.snoozedUntil !== null && (
          <p class="hint">{t('popupSnoozed', formatDay(page.snoozedUntil, language))}</p>
        )}
        {page.rule && <Why page={page} />}
      </section>
      <section class="stands" aria-labelledby="stands-title">
        <h2 id="stands-title">{t('popupStands')}</h2>
        <Expired advisory={view.advisory} />
        {!isBanSaid && <Statement statement={ban.headline} />}
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
      <EverySite order={view.everySite} organization={organization?.name ?? ''} />
    </>
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
