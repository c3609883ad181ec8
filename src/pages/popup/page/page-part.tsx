// "This page": what it is, what can be done about it, why this is said, and where the ban stands.
import type { VNode } from 'preact';
import { calendarDay } from '../../../core/i18n/format-day.ts';
import type { PopupView } from '../../../core/view/popup.ts';
import { EverySite } from '../../shared/every-site.tsx';
import { sayCount } from '../../shared/plural.ts';
import { useSurroundings } from '../../shared/context.ts';
import { Concern, isQuiet } from './concern.tsx';
import { usePopup } from '../context.ts';
import { Expired } from '../footer.tsx';
import { KeyDates } from './key-dates.tsx';
import type { Part } from '../route.ts';
import { SourceChips } from '../source-chips.tsx';
import { Statement } from '../statement.tsx';

type Page = PopupView['page'];

/** Where to go from a page, the safe way first. */
const ways: Readonly<Record<Page['label'], readonly Part[]>> = {
  'product-download': ['alternatives', 'removal'],
  'store-listing': ['alternatives', 'removal'],
  lookalike: ['ban', 'alternatives'],
  'vendor-site': ['alternatives', 'removal'],
  component: ['removal', 'ban'],
  'removal-help': ['removal', 'alternatives'],
  exempt: ['ban'],
  mention: ['removal', 'alternatives'],
  unrelated: ['removal', 'alternatives'],
  unknown: ['removal', 'alternatives'],
};

export function PagePart(): VNode {
  const { say, language } = useSurroundings();
  const { view, show, open } = usePopup();
  const { page, ban, subject, openQuestions, organisation } = view;
  // What is outside the ban needs no word on whom the ban concerns.
  const isConcernShown = page.label !== 'exempt';
  // Above: where nobody knows whether it concerns the reader, or in the words for what the page offers.
  const isBanSaid = (isConcernShown && !view.concern) || (page.label === 'product-download' && page.notice !== null);
  return (
    <>
      {openQuestions > 0 && (
        <a class="banner amber" href="../question/index.html" target="_blank" rel="noopener">
          <strong>{sayCount(say, language, 'popupOpenQuestions', openQuestions)}</strong>
          <span>{say('popupAnswerThem')}</span>
          <span class="only-read">{say('popupNewTab')}</span>
        </a>
      )}
      {organisation?.message && (
        <p class="note">
          {organisation.name && <strong>{say('popupOrganisationSays', organisation.name)} </strong>}
          <bdi>{organisation.message}</bdi>
        </p>
      )}
      <section aria-labelledby="page-title" class={view.awaits === 'page' ? 'unseen' : undefined} aria-busy={view.awaits === 'page'}>
        <h2 id="page-title" aria-label={view.awaits === 'page' ? say('popupChecking') : undefined}>{page.notice?.title ?? say(`popupTitle_${page.label.replaceAll('-', '_')}`)}</h2>
        {isConcernShown && <Concern />}
        <div class="ways">
          {organisation?.helpAddress && (
            <a class={isQuiet(page) ? 'button' : 'button primary'} href={organisation.helpAddress} target="_blank" rel="noopener noreferrer">
              {say('popupHelp')}<span class="only-read"> {say('popupNewTab')}</span>
            </a>
          )}
          {ways[page.label].map((part, index) => (
            <button key={part} type="button" class={index === 0 && !isQuiet(page) && !organisation?.helpAddress ? 'button primary' : 'button'} onClick={() => show(part)}>
              {part === 'removal' && isQuiet(page) ? say('popupWayRemoveSubject', subject) : say(`popupWay_${part}`)}
            </button>
          ))}
        </div>
        <p class="about">
          {page.notice?.text ?? say(`popupText_${page.label.replaceAll('-', '_')}`)}
          {page.notice && <SourceChips ids={page.notice.sources} />}
        </p>
        {page.snoozedUntil !== null && <p class="hint">{say('popupSnoozed', calendarDay(page.snoozedUntil, language))}</p>}
        {page.rule && <Why page={page} />}
      </section>
      <section class="stands" aria-labelledby="stands-title">
        <h2 id="stands-title">{say('popupStands')}</h2>
        <Expired advisory={view.advisory} />
        {!isBanSaid && <Statement statement={ban.headline} />}
        <KeyDates />
        <div class="line">
          <button type="button" class="link-button" onClick={() => show('dates')}>{say('popupAllDates')}</button>
          <button type="button" class="link-button" onClick={() => open('ticket')}>{say('popupTicketTitle')}</button>
        </div>
      </section>
      <EverySite order={view.everySite} organisation={organisation?.name ?? ''} />
    </>
  );
}

function Why({ page }: { readonly page: Page }): VNode {
  const { say } = useSurroundings();
  return (
    <details class="why">
      <summary>{say('popupWhy')}</summary>
      <p>{page.reason}</p>
      <p class="hint">{say('popupRule')} <code>{page.rule}</code></p>
    </details>
  );
}
