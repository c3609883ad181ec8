// Decisions of this session, and where to go next.
import type { VNode } from 'preact';
import type { Answered } from '../../core/decision/question.ts';
import type { Translate } from '../../core/i18n/messages.ts';
import { usePage } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';

const symbols = {
  canceled: 'done',
  deleted: 'done',
  kept: 'kept',
  coming: 'kept',
  followed: 'kept',
  lost: 'lost',
  left: 'warning',
  refused: 'lost',
} as const;

const ways = ['alternatives', 'removal', 'ban'] as const;

/** What became of it, and what to do where it was lost. */
export function outcomeText({ fileName, outcome, site = '' }: Answered, t: Translate): string {
  const text = t(`questionOutcome_${outcome}`, fileName);
  return outcome === 'lost' ? `${text} ${t('questionLostAgain', site)}` : text;
}

export function Decided({
  answered,
  isLast,
}: {
  readonly answered: readonly Answered[];
  readonly isLast: boolean;
}): VNode {
  const { t } = usePage();
  return (
    <>
      {answered.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{t('questionDecided')}</h2>
          <ul class="panel decided">
            {answered.map((one) => (
              <li key={one.id} class={`outcome-${one.outcome}`}>
                <Symbol name={symbols[one.outcome]} />
                <span>{outcomeText(one, t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-labelledby="ways">
        <h2 id="ways">{t('questionWays')}</h2>
        <ul class="ways">
          {ways.map((way) => (
            <li key={way}>
              <a href={`../popup/index.html#${way}`}>
                {t(`questionWay_${way}`)}
                <Symbol name="onward" />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isLast && <p class="hint">{t('questionCloseTab')}</p>}
    </>
  );
}
