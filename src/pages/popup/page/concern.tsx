import type { VNode } from 'preact';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { behaviorOf, unknownPage } from '../../../core/detection/model/labels.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { SourceChips } from '../source-chips.tsx';
import { Statement } from '../statement.tsx';

/** Whether the page has nothing to do with the software: what is said beside it must name it, and nothing urges. */
export function isQuiet({ label }: PopupView['page']): boolean {
  return (label === 'unknown' ? unknownPage : behaviorOf(label)).isQuiet;
}

/** "Does the ban concern me?" for most people where this computer is, and the way to the three questions for everybody else. */
export function Concern(): VNode {
  const { t } = usePage();
  const { view, show } = usePopup();
  const { concern, ban, page, subject } = view;
  const forWhom = concern?.isAtWork ? 'AtWork' : '';
  return (
    <div class={`concern outcome-${concern?.outcome ?? 'unclear'}`}>
      <h3>{isQuiet(page) ? t('popupConcernHave', subject) : t('popupConcern')}</h3>
      {concern ? (
        <>
          <p>
            <strong>{concern.title}</strong>
            <SourceChips ids={concern.sources} />
          </p>
          {/* One, so that what to do next stays in sight; the others are in "The ban". */}
          {concern.local.slice(0, 1).map((statement) => (
            <Statement key={statement.id} statement={statement} />
          ))}
        </>
      ) : (
        <Statement statement={ban.headline} />
      )}
      <p class="hint">
        {concern &&
          `${t(`popupConcern${concern.isGuess ? 'Guessed' : 'Place'}${forWhom}`, concern.placeName)} `}
        <button type="button" class="link-button" onClick={() => show('me')}>
          {t(concern ? `popupConcernOther${forWhom}` : 'popupConcernAsk')}
        </button>
      </p>
    </div>
  );
}
