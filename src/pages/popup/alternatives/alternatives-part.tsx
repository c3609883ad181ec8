// Other products: the organization's own choice first, then all in alphabetical order, with reasons and without a ranking.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { tCount } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { useArrival } from '../arrival.ts';
import { usePopup } from '../context.ts';
import { Choose } from '../applies/choose.tsx';
import { ProductCard, type Product } from './product-card.tsx';
import { SourceChips } from '../source-chips.tsx';
import { Statements } from '../statement.tsx';

const platforms = ['windows', 'macos', 'linux', 'android', 'ios'] as const;
const prices = { free: ['free', 'both'], paid: ['paid', 'both'] } as const satisfies Record<
  string,
  readonly Product['price'][]
>;

const wish = { need: '', platform: '', price: '', seat: '' };
type Wish = typeof wish;

function fits({ needs, platforms: systems, price, seat }: Product, wanted: Wish): boolean {
  const isPriced =
    wanted.price === '' ||
    (wanted.price === 'free' ? prices.free : prices.paid).some((one) => one === price);
  return (
    isPriced &&
    (wanted.need === '' || needs.includes(wanted.need)) &&
    (wanted.platform === '' ||
      systems.length === 0 ||
      systems.some((one) => one === wanted.platform)) &&
    (wanted.seat === '' || seat === wanted.seat)
  );
}

export function AlternativesPart(): VNode {
  const { t, language } = usePage();
  const {
    alternatives: { criteria, needs, products },
    organization,
  } = usePopup().view;
  // What most people look for; the list of all begins with whatever comes first in the alphabet.
  const [wanted, setWanted] = useState<Wish>({ ...wish, need: needs[0]?.id ?? '' });
  useArrival((anchor) =>
    setWanted({ ...wish, need: needs.find(({ id }) => anchor === `need-${id}`)?.id ?? '' }),
  );
  const set = (name: keyof Wish) => (value: string) => setWanted({ ...wanted, [name]: value });
  const approvedIds = organization?.approved ?? [];
  const approved = approvedIds.flatMap((id) => products.find((product) => product.id === id) ?? []);
  // Names of its own that the advisory doesn't know.
  const own = approvedIds.filter((id) => !products.some((product) => product.id === id));
  const found = products.filter((product) => fits(product, wanted) && !approved.includes(product));
  const note = needs.find(({ id }) => id === wanted.need);
  const seats = [...new Set(products.map(({ seat }) => seat))].toSorted(
    new Intl.Collator(language).compare,
  );
  const isFiltered = Object.values(wanted).some((value) => value !== '');
  return (
    <>
      <h2 class="only-read">{t('popupPart_alternatives')}</h2>
      {organization && approvedIds.length > 0 && (
        <section class="approved" aria-labelledby="approved-title">
          <h3 id="approved-title">
            {organization.name ? t('popupApprovedBy', organization.name) : t('popupApproved')}
          </h3>
          {own.length > 0 && (
            <ul class="statements">
              {own.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
          {approved.map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
        </section>
      )}
      <div class="filters">
        <Choose
          id="need"
          label={t('popupNeed')}
          any={t('popupAnyNeed')}
          value={wanted.need}
          choose={set('need')}
          choices={needs}
        />
        <Choose
          id="platform"
          label={t('popupPlatform')}
          any={t('popupAnyPlatform')}
          value={wanted.platform}
          choose={set('platform')}
          choices={platforms.map((id) => ({ id, label: t(`popupPlatform_${id}`) }))}
        />
        <Choose
          id="price"
          label={t('popupPrice')}
          any={t('popupAnyPrice')}
          value={wanted.price}
          choose={set('price')}
          choices={Object.keys(prices).map((id) => ({ id, label: t(`popupPriceWish_${id}`) }))}
        />
        <Choose
          id="seat"
          label={t('popupSeatWish')}
          any={t('popupAnySeat')}
          value={wanted.seat}
          choose={set('seat')}
          choices={seats.map((seat) => ({ id: seat, label: seat }))}
        />
      </div>
      <div class="line">
        <p class="hint" role="status">
          {tCount(t, language, 'popupProducts', found.length)}
        </p>
        {isFiltered && (
          <button type="button" class="link-button" onClick={() => setWanted(wish)}>
            {t('popupShowAll')}
          </button>
        )}
      </div>
      {note?.note && (
        <p class="note" id={`need-${note.id}`}>
          {note.note}
          <SourceChips ids={note.noteSources} />
        </p>
      )}
      {found.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
      <details class="fold">
        <summary>
          <h3>{t('popupCriteria')}</h3>
        </summary>
        <Statements list={criteria} place="criteria" />
      </details>
    </>
  );
}
