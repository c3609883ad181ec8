// "Does it apply to me?": three choices, and the row of the advisory's table that answers them.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { firstFitting } from '../../../../core/advisory/applicability.ts';
import type { ChoiceView } from '../../../../core/view/popup/steps.ts';
import { dotted } from '../../../shared/text.ts';
import { usePage } from '../../../shared/context.ts';
import { useArrival } from '../../arrival.ts';
import { usePopup } from '../../context.ts';
import { Choose } from './choose.tsx';
import { SourceChips } from '../../sources/source-chips.tsx';

export function AppliesPart(): VNode {
  const { t } = usePage();
  const { concern, applicability } = usePopup().view;
  const { places, roles, products, answers } = applicability;
  // Where the computer is used is known, or guessed, already; the rest nobody can know.
  const [place, setPlace] = useState(concern?.placeId ?? '');
  const [role, setRole] = useState('');
  const [product, setProduct] = useState('');
  useArrival();
  const isComplete = place !== '' && role !== '' && product !== '';
  const answer = isComplete ? firstFitting(answers, { place, role, product }) : undefined;
  const labelOf = (list: readonly ChoiceView[], chosen: string) =>
    list.find(({ id }) => id === chosen)?.label;
  return (
    <>
      <h2 id="me-title">{t('popupMeTitle')}</h2>
      <Choose
        id="me-place"
        label={t('popupMe_place')}
        any={t('popupMePick')}
        choices={places}
        value={place}
        choose={setPlace}
      />
      <Choose
        id="me-role"
        label={t('popupMe_role')}
        any={t('popupMePick')}
        choices={roles}
        value={role}
        choose={setRole}
      />
      <Choose
        id="me-product"
        label={t('popupMe_product')}
        any={t('popupMePick')}
        choices={products}
        value={product}
        choose={setProduct}
      />
      <div role="status">
        {!isComplete && <p class="hint">{t('popupMeChoose')}</p>}
        {isComplete && !answer && <p class="answer outcome-unclear">{t('popupMeNoAnswer')}</p>}
        {answer && (
          <div class={`answer outcome-${answer.outcome}`}>
            <p class="outcome">{t(`popupOutcome_${answer.outcome.replaceAll('-', '_')}`)}</p>
            <h3>{answer.title}</h3>
            <p>
              {answer.text}
              <SourceChips ids={answer.sources} />
            </p>
            {answer.limits && (
              <p class="hint">
                <strong>{t('popupLimits')}</strong> {answer.limits}
              </p>
            )}
          </div>
        )}
        {/* In full: the lists have room for their beginnings only. */}
        {isComplete && (
          <p class="hint chosen">
            {t(
              'popupMeChosen',
              dotted([labelOf(places, place), labelOf(roles, role), labelOf(products, product)]),
            )}
          </p>
        )}
      </div>
      <p class="hint">{t('popupNoAdvice')}</p>
    </>
  );
}
