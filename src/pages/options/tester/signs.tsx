// The signs behind a verdict: each with its weight, the sum, and the change that would tip it.
import type { VNode } from 'preact';
import type { Weighed, WeighedSign } from '../../../core/detection/signs/scorer.ts';
import { translate } from '../../../core/i18n/text.ts';
import { usePage } from '../../shared/context.ts';

/** `+5`, `−8`, `0`, with the reader's digits and signs. */
function signedNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(value);
}

function SignLines({ signs }: { signs: readonly WeighedSign[] }): VNode {
  const { language } = usePage();
  return (
    <ul class="signs">
      {signs.map(({ id, weight, says }) => (
        <li key={id}>
          <b class="weight" dir="ltr">
            {signedNumber(weight, language)}
          </b>{' '}
          <span dir="auto">{translate(says, language)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Signs({ weighed }: { weighed: Weighed }): VNode {
  const { t, language } = usePage();
  const { sum, signs, tips, offer } = weighed;
  const isOffer = sum >= offer.atLeast;
  return (
    <div class="weighed">
      <p>{t('optionsSigns')}</p>
      {signs.length > 0 ? <SignLines signs={signs} /> : <p>{t('optionsSignsNone')}</p>}
      <p>
        {t('optionsSignsSum', signedNumber(sum, language), signedNumber(offer.atLeast, language))}
      </p>
      {tips.length === 0 ? (
        <p>{t('optionsSignsFirm')}</p>
      ) : (
        <>
          <p>{t(isOffer ? 'optionsSignsAgainst' : 'optionsSignsFor')}</p>
          <SignLines signs={tips} />
        </>
      )}
    </div>
  );
}
