import type { VNode } from 'preact';
import { usePage } from '../../../shared/context.ts';
import { platforms, type Product } from './compare.ts';
import { ProductDetails } from './product-details.tsx';

interface Group {
  readonly title: string;
  readonly products: readonly Product[];
}

interface Ways {
  /** The product that is chosen for the need shown. */
  readonly choice: string | undefined;
  /** Null where no need is shown that one could choose for. */
  readonly choose: ((product: string) => Promise<void>) | null;
  readonly opened: string | null;
  readonly open: (product: string | null) => void;
}

/** Shortest names of the systems, in the order of their columns; the whole ones are read and shown on hover. */
const letters = { windows: 'Win', macos: 'Mac', linux: 'Lin', android: 'And', ios: 'iOS' };

export function ComparisonTable({
  label,
  groups,
  ...ways
}: Ways & { readonly label: string; readonly groups: readonly Group[] }): VNode | null {
  const { t } = usePage();
  const columns = platforms.length + 3;
  if (groups.every(({ products }) => products.length === 0)) return null;
  return (
    <div class="compare" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('popupPlanProduct')}</th>
            {platforms.map((id) => (
              <th key={id} scope="col" class="system">
                <abbr title={t(`popupPlatform_${id}`)}>{letters[id]}</abbr>
              </th>
            ))}
            <th scope="col" class="price">
              {t('popupPrice')}
            </th>
            <th scope="col">{t('popupPlanTests')}</th>
          </tr>
        </thead>
        {groups
          .filter(({ products }) => products.length > 0)
          .map(({ title, products }) => (
            <>
              {title && (
                <tbody>
                  <tr>
                    <th scope="rowgroup" colSpan={columns} class="group">
                      {title}
                    </th>
                  </tr>
                </tbody>
              )}
              {products.map((product) => (
                <Row key={product.id} product={product} columns={columns} {...ways} />
              ))}
            </>
          ))}
      </table>
    </div>
  );
}

function Row({
  product,
  columns,
  choice,
  choose,
  opened,
  open,
}: Ways & { readonly product: Product; readonly columns: number }): VNode {
  const { t } = usePage();
  const { id, name, seat, price, cautions, isTested } = product;
  const isOpen = opened === id;
  const isChosen = choice === id;
  return (
    <tbody id={`product-${id}`} class={isChosen ? 'product chosen-row' : 'product'}>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="link-button"
            aria-expanded={isOpen}
            onClick={() => open(isOpen ? null : id)}
          >
            <bdi>{name}</bdi>
          </button>
          <span class="hint">{seat}</span>
          {cautions.length > 0 && <span class="hint has-caution">{t('popupPlanCaution')}</span>}
          {isChosen && <span class="badge plain">{t('popupPlanChosen')}</span>}
        </th>
        {product.platforms.length > 0 ? (
          platforms.map((one) => (
            <td key={one} class="system">
              <Mark isGiven={product.platforms.includes(one)} />
            </td>
          ))
        ) : (
          <td colSpan={platforms.length} class="system unknown">
            {t('popupPlanUnknown')}
          </td>
        )}
        <td class={price === 'unknown' ? 'price unknown' : 'price'}>
          {price === 'unknown' ? t('popupPlanUnknown') : t(`popupPrice_${price}`)}
        </td>
        <td>{isTested ? t('popupPlanTested') : '–'}</td>
      </tr>
      <tr hidden={!isOpen}>
        <td colSpan={columns}>
          <ProductDetails product={product} />
          {choose && (
            <button
              type="button"
              class="button"
              aria-pressed={isChosen}
              onClick={() => void choose(id)}
            >
              {t(isChosen ? 'popupPlanUnchoose' : 'popupPlanChoose')}
            </button>
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** By shape and by word, not by color. */
function Mark({ isGiven }: { readonly isGiven: boolean }): VNode {
  const { t } = usePage();
  return (
    <>
      <span aria-hidden="true">{isGiven ? '✓' : '–'}</span>
      <span class="only-read">{t(isGiven ? 'popupPlanYes' : 'popupPlanNo')}</span>
    </>
  );
}
