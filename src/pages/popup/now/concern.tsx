import type { VNode } from 'preact';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { behaviorOf, unknownPage } from '../../../core/detection/model/labels.ts';
import { BestSource } from '../sources/best-source.tsx';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';

/** Whether the page has nothing to do with the software: what is said beside it must name it. */
export function isQuiet({ label }: PopupView['page']): boolean {
  return (label === 'unknown' ? unknownPage : behaviorOf(label)).isQuiet;
}

/** What the ban means for most people in this computer's location, with one click to correct it. */
export function Concern(): VNode {
  const { t } = usePage();
  const { view, show } = usePopup();
  const { concern, ban, page, subject } = view;
  const forWhom = concern?.isAtWork ? 'AtWork' : '';
  return (
    <div class={`concern outcome-${concern?.outcome ?? 'unclear'}`}>
      <h3>{isQuiet(page) ? t('popupConcernHave', subject) : t('popupConcern')}</h3>
      <p>
        {concern ? <strong>{concern.title}</strong> : ban.headline.text}{' '}
        <BestSource ids={(concern ?? ban.headline).sources} />
      </p>
      {/* One, so that what to do next stays in sight; the others are in "The ban". */}
      {concern?.local.slice(0, 1).map(({ id, text, sources }) => (
        <p key={id}>
          {text} <BestSource ids={sources} />
        </p>
      ))}
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
