// "The ban": in one sentence, the dates that count, then each side of it, and other places.
import type { VNode } from 'preact';
import { SourceList } from '../../shared/sources/source-list.tsx';
import { usePage } from '../../shared/context.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { KeyDates } from '../now/key-dates.tsx';
import { Statement, Statements } from '../sources/statement.tsx';
import { usePrintedWhole } from '../summary/printed-whole.ts';

/** Open from the start: what most people came for. */
const open = new Set(['prohibited', 'notProhibited']);

export function BanPart(): VNode {
  const { t } = usePage();
  const { view, show } = usePopup();
  const { ban, jurisdictions, sources } = view;
  useArrival();
  usePrintedWhole('#part-ban details:not(.index)');
  const summary = ban.sections.find(({ id }) => id === 'summary');
  return (
    <>
      <h2 class="only-read">{t('popupPart_ban')}</h2>
      <div class="headline" id="headline">
        <Statement statement={ban.headline} />
      </div>
      {summary && <Statements list={summary.statements} place="summary" />}
      <section aria-labelledby="dates-title">
        <h3 id="dates-title">{t('popupDates')}</h3>
        <KeyDates />
        <button type="button" class="link-button" onClick={() => show('dates')}>
          {t('popupAllDates')}
        </button>
      </section>
      {ban.sections
        .filter(({ id }) => id !== 'summary')
        .map(({ id, statements }) => (
          <details key={id} class="fold" open={open.has(id)}>
            <summary>
              <h3>{t(`popupSection_${id}`)}</h3>
            </summary>
            <Statements list={statements} place={id} />
          </details>
        ))}
      <details class="fold">
        <summary>
          <h3>{t('popupPlaces')}</h3>
        </summary>
        {jurisdictions.map(({ id, name, kind, statements }) => (
          <section key={id} class="place" id={`place-${id}`} aria-labelledby={`place-${id}-name`}>
            <h4 id={`place-${id}-name`}>
              {name}{' '}
              <span class="badge plain">{t(`popupPlaceKind_${kind.replaceAll('-', '_')}`)}</span>
            </h4>
            <Statements list={statements} />
          </section>
        ))}
      </details>
      <details class="fold index">
        <summary>
          <h3>{t('popupAllSources')}</h3>
        </summary>
        <SourceList sources={sources} isIndex />
      </details>
    </>
  );
}
