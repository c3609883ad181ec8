import type { VNode } from 'preact';
import type { Product } from './compare.ts';
import { dotted } from '../../../shared/text.ts';
import { usePage } from '../../../shared/context.ts';
import { usePopup } from '../../context.ts';
import { formatDay } from '../../../../core/i18n/format-day.ts';
import { SourceChips } from '../../sources/source-chips.tsx';
import { Statements } from '../../sources/statement.tsx';

/** In the order of a card's lines. */
const unverifiable = ['seat', 'price', 'needs', 'platforms'] as const;

/** Facts and cautions with their sources, and when they were checked; no praise. */
export function ProductDetails({ product }: { readonly product: Product }): VNode {
  const { t, language } = usePage();
  const { seat, site, price, facts, cautions, checked, sources, unverified } = product;
  const { needs } = usePopup().view.alternatives;
  const systems = product.platforms.map((one) => t(`popupPlatform_${one}`));
  // Facts without a source are simply left out; these are the ones that the document marks as
  // doubtful.
  const open = unverifiable.filter((part) => unverified.includes(part));
  // Entries without a source that someone read were listed that day, not checked.
  const isChecked = facts.some(({ confirmed }) => confirmed);
  const list = new Intl.ListFormat(language);
  const met = needs.filter((need) => product.needs.includes(need.id)).map(({ label }) => label);
  return (
    <div class="product-details">
      <p class="hint">
        {dotted([t('popupSeat', seat), price === 'unknown' ? undefined : t(`popupPrice_${price}`)])}
      </p>
      <p class="hint">
        {t('popupFor', dotted(met))}
        {systems.length > 0 && (
          <>
            <br />
            {t('popupSystems', dotted(systems))}
          </>
        )}
      </p>
      {open.length > 0 && (
        <p class="hint">
          {t('popupNotVerified', list.format(open.map((part) => t(`popupUnverified_${part}`))))}
        </p>
      )}
      {facts.length > 0 && <Statements list={facts} />}
      {cautions.length > 0 && (
        <div class="caution">
          <h4>{t('popupCautions')}</h4>
          <Statements list={cautions} />
        </div>
      )}
      <p class="product-end">
        <a href={site} target="_blank" rel="noopener noreferrer">
          <bdi>{new URL(site).hostname.replace(/^www\./, '')}</bdi>
          <span class="only-read"> {t('popupNewTab')}</span>
        </a>
        <span class="hint">
          {t(isChecked ? 'popupChecked' : 'popupListed', formatDay(checked, language, 'UTC'))}
          <SourceChips ids={sources} />
        </span>
      </p>
    </div>
  );
}
