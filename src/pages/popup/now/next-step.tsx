// What to do now: one button that leads on, and at most two quieter ways.
import type { VNode } from 'preact';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { tCount } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';

type Way = 'question' | 'help' | 'switch' | 'ban';

/** Of more, none would be the next step. */
const mostWays = 3;

/** In order of urgency. What is outside the ban calls for no switch, and nobody is urged whom it doesn't reach. */
export function nextWays({
  openQuestions,
  organization,
  page,
  concern,
  progress,
}: Pick<
  PopupView,
  'openQuestions' | 'organization' | 'page' | 'concern' | 'progress'
>): readonly Way[] {
  const isReached = concern?.outcome !== 'not-covered' || progress.total > 0;
  const ways: readonly Way[] = isReached ? ['switch', 'ban'] : ['ban', 'switch'];
  return [
    ...(openQuestions > 0 ? (['question'] as const) : []),
    ...(organization?.helpAddress ? (['help'] as const) : []),
    ...(page.label === 'exempt' ? (['ban'] as const) : ways),
  ].slice(0, mostWays);
}

export function NextStep(): VNode {
  const { view } = usePopup();
  return (
    <div class="ways">
      {nextWays(view).map((way, index) => (
        <WayOn key={way} way={way} isFirst={index === 0} />
      ))}
    </div>
  );
}

function WayOn({ way, isFirst }: { readonly way: Way; readonly isFirst: boolean }): VNode {
  const { t, language } = usePage();
  const { view, show } = usePopup();
  const look = isFirst ? 'button primary' : 'button';
  const number = new Intl.NumberFormat(language);
  const { done, total } = view.progress;
  if (way === 'question' || way === 'help')
    return (
      <a
        class={look}
        href={way === 'help' ? (view.organization?.helpAddress ?? '') : '../question/index.html'}
        target="_blank"
        rel="noopener noreferrer"
      >
        {way === 'help' ? t('popupHelp') : tCount(t, language, 'popupAnswer', view.openQuestions)}
        <span class="only-read"> {t('popupNewTab')}</span>
      </a>
    );
  const words =
    way === 'ban'
      ? t('popupWay_ban')
      : total === 0
        ? t('popupSwitchStart')
        : done < total
          ? t('popupSwitchContinue', number.format(done), number.format(total))
          : t('popupSwitchDone');
  return (
    <button type="button" class={look} onClick={() => show(way)}>
      {words}
    </button>
  );
}
