// What takes the place of the software: one table for a need, alphabetical and without a ranking; the system's own protection first.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dotted, tCount } from '../../../shared/text.ts';
import { usePage } from '../../../shared/context.ts';
import { usePopup } from '../../context.ts';
import { useArrival } from '../../arrival.ts';
import { Choose } from '../../ban/applies/choose.tsx';
import { SourceChips } from '../../sources/source-chips.tsx';
import { Statements } from '../../sources/statement.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { compareFor } from './compare.ts';
import type { PlanInUse } from '../use-plan.ts';

export function ChooseReplacement({ inUse }: { readonly inUse: PlanInUse }): VNode {
  const { t, language } = usePage();
  const { view } = usePopup();
  const { criteria, needs, products } = view.alternatives;
  const { plan, change } = inUse;
  // What most people look for, where nothing was said.
  const [wanted, setWanted] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const need = wanted ?? plan.needs[0] ?? needs[0]?.id ?? '';
  useArrival((anchor) => {
    const named = needs.find(({ id }) => anchor === `need-${id}`);
    const product = products.find(({ id }) => anchor === `product-${id}`);
    if (named) setWanted(named.id);
    if (!product) return;
    setOpened(product.id);
    if (!product.needs.includes(need)) setWanted('');
  });
  const approvedIds = view.organization?.approved ?? [];
  const approved = products.filter(({ id }) => approvedIds.includes(id));
  const organizationName = view.organization?.name ?? '';
  const approvedTitle = organizationName
    ? t('popupApprovedBy', organizationName)
    : t('popupApproved');
  // Names of its own that the advisory doesn't know.
  const own = approvedIds.filter((id) => !products.some((product) => product.id === id));
  const systems = wanted === '' ? [] : plan.devices.map(({ system }) => system);
  const { builtIn, others } = compareFor(products, need, systems);
  const note = needs.find(({ id }) => id === need);
  const choice = plan.choices.find((one) => one.need === need)?.product;
  const choose = (product: string) => {
    const rest = plan.choices.filter((one) => one.need !== need);
    return change({ choices: product === choice ? rest : [...rest, { need, product }] });
  };
  const table = { choice, choose: need === '' ? null : choose, opened, open: setOpened };
  // First those that were said to be needed.
  const ordered = needs.toSorted(
    (one, other) => Number(plan.needs.includes(other.id)) - Number(plan.needs.includes(one.id)),
  );
  return (
    <>
      {view.organization && approvedIds.length > 0 && (
        <section class="approved" aria-labelledby="approved-title">
          <h4 id="approved-title">{approvedTitle}</h4>
          {own.length > 0 && (
            <ul class="statements">
              {own.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
          {approved.length > 0 && (
            <ComparisonTable
              label={dotted([approvedTitle, t('popupPlanTable')])}
              groups={[{ title: '', products: approved }]}
              {...table}
            />
          )}
        </section>
      )}
      <Choose
        id="need"
        label={t('popupNeed')}
        any={t('popupAnyNeed')}
        value={need}
        choose={setWanted}
        choices={ordered}
      />
      <p class="hint" role="status">
        {tCount(t, language, 'popupProducts', builtIn.length + others.length)}
      </p>
      {note?.note && (
        <p class="note" id={`need-${note.id}`}>
          {note.note}
          <SourceChips ids={note.noteSources} />
        </p>
      )}
      <ComparisonTable
        label={t('popupPlanTable')}
        groups={[
          { title: t('popupPlanBuiltIn'), products: builtIn },
          { title: builtIn.length > 0 ? t('popupPlanOthers') : '', products: others },
        ].map((group) => ({
          ...group,
          products: group.products.filter((product) => !approved.includes(product)),
        }))}
        {...table}
      />
      <details class="fold">
        <summary>
          <h4>{t('popupCriteria')}</h4>
        </summary>
        <Statements list={criteria} place="criteria" />
      </details>
    </>
  );
}
