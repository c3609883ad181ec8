// Every policy key with its value, its origin, and what was dropped.
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { isolated } from '../../core/i18n/bidi.ts';
import type { PolicyNote } from '../../core/policy/notes.ts';
import type { PolicyRow, PolicyView } from '../../core/view/policy.ts';
import type { ValidationIssue } from '../../core/settings/validation-issue.ts';
import { FaultLine } from '../shared/controls/fault-line.tsx';
import { tCount } from '../shared/text.ts';
import { usePage } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { PolicyValue } from './policy-value.tsx';

/** An organization's own product has full effect, although the advisory doesn't know it. */
const isShort = ({ id }: PolicyNote) => id !== 'own-alternatives';

/** `onlySet`: show only the keys that a tried document sets. */
export function PolicyRows({
  policy,
  onlySet = false,
}: {
  readonly policy: PolicyView;
  readonly onlySet?: boolean;
}): VNode {
  const { t, language } = usePage();
  const { rows, otherFaults } = policy;
  const faultCount = otherFaults.length + rows.reduce((sum, { faults }) => sum + faults.length, 0);
  const isSpokenOf = ({ origin, faults }: PolicyRow) =>
    origin === 'policy' || origin === 'policy-default' || faults.length > 0;
  const shown = onlySet ? rows.filter(isSpokenOf) : rows;
  const shortCount = shown.filter(({ notes }) => notes.some(isShort)).length;
  const amiss = [
    ...(faultCount > 0 ? [tCount(t, language, 'policyFaults', faultCount)] : []),
    ...(shortCount > 0 ? [tCount(t, language, 'policyShort', shortCount)] : []),
  ];
  return (
    <>
      {amiss.length > 0 && (
        <p class="state state-caution">
          <Symbol name="warning" />
          {amiss.join(' ')}
        </p>
      )}
      {amiss.length === 0 && shown.length > 0 && (
        <p class="state state-fine">
          <Symbol name="done" />
          {t('policyNoFaults')}
        </p>
      )}
      {otherFaults.length > 0 && (
        <div class="other-faults">
          {otherFaults.some(({ path }) => path !== '') && <h3>{t('policyOtherFaults')}</h3>}
          <Faults faults={otherFaults} />
        </div>
      )}
      <ul class="policy-rows">
        {shown.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </ul>
      {shown.length === 0 && <p class="empty">{t('policySetsNothing')}</p>}
    </>
  );
}

function Row({ row: { name, value, origin, faults, notes } }: { readonly row: PolicyRow }): VNode {
  const { t } = usePage();
  return (
    <li class={`policy-row origin-${origin}`}>
      <div class="policy-name">
        <h3>{t(`policyKey_${name}`)}</h3>
        <code dir="ltr">{name}</code>
      </div>
      <div class="policy-set">
        <PolicyValue name={name} value={value} />
        <span class="origin">
          {origin === 'policy' && <Symbol name="lock" />}
          {t(`policyOrigin_${origin.replaceAll('-', '_')}`)}
        </span>
      </div>
      <p class="hint">{t(`policyAbout_${name}`)}</p>
      {notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
      {faults.length > 0 && <Faults faults={faults} />}
    </li>
  );
}

function Note({ note: { id, values } }: { readonly note: PolicyNote }): VNode {
  const { t, language } = usePage();
  const listed = new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(
    values.slice(0, 12).map((value) => isolated(value, language)),
  );
  return (
    <p class="note">
      {t(`policyNote_${id.replaceAll('-', '_')}`, values.length > 12 ? `${listed} …` : listed)}
    </p>
  );
}

function Faults({ faults }: { readonly faults: readonly ValidationIssue[] }): VNode {
  const { t } = usePage();
  const titleId = useId();
  return (
    <div class="dropped">
      <p class="dropped-title" id={titleId}>
        <Symbol name="warning" />
        {t('policyDropped')}
      </p>
      <ul class="faults" aria-labelledby={titleId} tabIndex={faults.length > 20 ? 0 : undefined}>
        {faults.map((fault, place) => (
          <li key={`${fault.path} ${String(place)}`}>
            <FaultLine fault={fault} />
          </li>
        ))}
      </ul>
    </div>
  );
}
