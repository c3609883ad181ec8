// "Fact sheet": the ban on one page for people who check it, to be printed or saved as a file.
import type { VNode } from 'preact';
import {
  factsCsv,
  factSheet,
  factsJson,
  type Fact,
} from '../../../../core/view/popup/fact-sheet.ts';
import { banSections } from '../../../../core/view/popup/popup.ts';
import { usePage } from '../../../shared/context.ts';
import { dotted } from '../../../shared/text.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { useArrival } from '../../arrival.ts';
import { usePopup } from '../../context.ts';
import { Unconfirmed } from '../../sources/statement.tsx';
import { PrintWay } from '../../summary/print-way.tsx';

const sections: ReadonlySet<string> = new Set(
  banSections.filter((section) => section !== 'summary'),
);

export function FactsPart(): VNode {
  const { t } = usePage();
  const { view } = usePopup();
  useArrival();
  const facts = factSheet(view);
  return (
    <div class="facts">
      <h2>{t('popupFactsTitle')}</h2>
      <p class="hint">{view.advisory.edition}</p>
      <div class="line tools">
        <PrintWay to="facts" />
        <button
          type="button"
          class="link-button"
          onClick={() => saveFile('ban-facts.csv', 'text/csv', factsCsv(facts))}
        >
          {t('popupFactsCsv')}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() =>
            saveFile('ban-facts.json', 'application/json', factsJson(facts, view.advisory))
          }
        >
          {t('popupFactsJson')}
        </button>
      </div>
      <ol class="fact-list">
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </ol>
    </div>
  );
}

function FactRow({ fact }: { readonly fact: Fact }): VNode {
  const { t } = usePage();
  const section =
    fact.section === 'date'
      ? fact.date
      : t(sections.has(fact.section) ? `popupSection_${fact.section}` : 'popupPart_ban');
  return (
    <li>
      <p class="hint">{section}</p>
      <p>
        {fact.statement}
        {!fact.isConfirmed && <Unconfirmed />}
      </p>
      <ul>
        {fact.sources.map(({ title, publisher, reference, url, reading }) => (
          <li key={`${url} ${reference}`}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              <bdi>{title}</bdi>
              <span class="only-read"> {t('popupNewTab')}</span>
            </a>
            <span>
              {'\u00A0· '}
              <bdi>{dotted([publisher, reference || undefined])}</bdi>
              {`\u00A0· ${t(`popupReading_${reading || 'none'}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
