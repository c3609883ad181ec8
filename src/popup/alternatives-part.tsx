// Other products by need and system, in alphabetical order: a list with reasons, no ranking.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PopupView } from '../core/popup-view.ts';
import { sayCount } from '../ui/plural.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { usePopup } from './context.ts';
import { calendarDay } from './dates.ts';
import { SourceChips } from './source-chips.tsx';
import { Statements } from './statement.tsx';

type Product = PopupView['alternatives']['products'][number];

const platforms = ['windows', 'macos', 'linux', 'android', 'ios'] as const;

export function AlternativesPart(): VNode {
  const { say, language } = useSurroundings();
  const { criteria, needs, products } = usePopup().view.alternatives;
  const [need, setNeed] = useState('');
  const [platform, setPlatform] = useState('');
  const found = products.filter(
    (product) => (need === '' || product.needs.includes(need)) && (platform === '' || product.platforms.includes(platform)),
  );
  const note = needs.find(({ id }) => id === need);
  return (
    <>
      <h2 class="only-read">{say('popupPart_alternatives')}</h2>
      <div class="filters">
        <div class="field">
          <label for="need">{say('popupNeed')}</label>
          <select id="need" value={need} onChange={(event) => setNeed(event.currentTarget.value)}>
            <option value="">{say('popupAnyNeed')}</option>
            {needs.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
          </select>
        </div>
        <div class="field">
          <label for="platform">{say('popupPlatform')}</label>
          <select id="platform" value={platform} onChange={(event) => setPlatform(event.currentTarget.value)}>
            <option value="">{say('popupAnyPlatform')}</option>
            {platforms.map((id) => <option key={id} value={id}>{say(`popupPlatform_${id}`)}</option>)}
          </select>
        </div>
      </div>
      <p class="hint" role="status">{sayCount(say, language, 'popupProducts', found.length)}</p>
      {note?.note && <p class="note">{note.note}<SourceChips ids={note.noteSources} /></p>}
      {found.map((product) => <ProductCard key={product.id} product={product} />)}
      <details class="fold">
        <summary><h3>{say('popupCriteria')}</h3></summary>
        <Statements list={criteria} />
      </details>
    </>
  );
}

function ProductCard({ product }: { readonly product: Product }): VNode {
  const { say, language } = useSurroundings();
  const { name, seat, site, price, facts, cautions, checked, sources } = product;
  const systems = product.platforms.map((id) => say(`popupPlatform_${id}`));
  return (
    <article class="product" aria-labelledby={`product-${product.id}`}>
      <h3 id={`product-${product.id}`}><bdi>{name}</bdi></h3>
      <p class="hint">
        {[systems.join(', '), say('popupSeat', seat), say(`popupPrice_${price}`)].filter(Boolean).join(' · ')}
      </p>
      <Statements list={facts} />
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
