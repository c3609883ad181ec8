import type { VNode } from 'preact';
import type { PopupView } from '../core/popup-view.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { calendarDay } from './dates.ts';
import { SourceChips } from './source-chips.tsx';
import { Statements } from './statement.tsx';

export type Product = PopupView['alternatives']['products'][number];

/** Facts and cautions with their sources, and when they were checked; no praise. */
export function ProductCard({ product }: { readonly product: Product }): VNode {
  const { say, language } = useSurroundings();
  const { id, name, seat, site, price, facts, cautions, checked, sources, unverified } = product;
  const { needs } = usePopup().view.alternatives;
  const systems = product.platforms.map((one) => say(`popupPlatform_${one}`));
  const told = (part: Product['unverified'][number], words: string) => (words !== '' && unverified.includes(part) ? say('popupNotVerified', words) : words);
  const met = needs.filter((need) => product.needs.includes(need.id)).map(({ label }) => label);
  return (
    <article class="product" id={`product-${id}`} aria-labelledby={`product-${id}-name`}>
      <h3 id={`product-${id}-name`}><bdi>{name}</bdi></h3>
      <p class="hint">{[say('popupSeat', seat), price === 'unknown' ? say('popupPrice_unknown') : told('price', say(`popupPrice_${price}`))].join(' · ')}</p>
      <p class="hint">{told('needs', met.join(', '))}<br />{systems.length > 0 ? told('platforms', systems.join(', ')) : say('popupSystemsUnknown')}</p>
      {facts.length > 0 && <Statements list={facts} />}
      {cautions.length > 0 && (
        <div class="caution">
          <h4>{say('popupCautions')}</h4>
          <Statements list={cautions} />
        </div>
      )}
      <p class="product-end">
        <a href={site} target="_blank" rel="noopener noreferrer">
          <bdi>{new URL(site).hostname.replace(/^www\./, '')}</bdi><span class="only-read"> {say('popupNewTab')}</span>
        </a>
        <span class="hint">{say('popupChecked', calendarDay(checked, language, 'UTC'))}<SourceChips ids={sources} /></span>
      </p>
    </article>
  );
}
