// What was decided in this session, and where to go from here.
import type { VNode } from 'preact';
import type { Answered } from '../../core/decision/question.ts';
import { useSurroundings } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';

const ways = ['alternatives', 'removal', 'ban'] as const;

export function Decided({ answered, isLast }: { readonly answered: readonly Answered[]; readonly isLast: boolean }): VNode {
  const { say } = useSurroundings();
  return (
    <>
      {answered.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{say('questionDecided')}</h2>
          <ul class="panel decided">
            {answered.map(({ id, fileName, outcome }) => (
              <li key={id} class={`outcome-${outcome}`}>
                <Symbol name={outcome === 'kept' ? 'kept' : 'done'} />
                <span>{say(`questionOutcome_${outcome}`, fileName)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-labelledby="ways">
        <h2 id="ways">{say('questionWays')}</h2>
        <ul class="ways">
          {ways.map((way) => (
            <li key={way}><a href={`../popup/index.html#${way}`}>{say(`questionWay_${way}`)}<Symbol name="onward" /></a></li>
          ))}
        </ul>
      </nav>
      {isLast && <p class="hint">{say('questionCloseTab')}</p>}
    </>
  );
}
