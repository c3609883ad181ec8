// Something dropped from a policy or settings file: where it was, its value, and the problem.
import type { VNode } from 'preact';
import type { ValidationIssue } from '../../../core/settings/validation-issue.ts';
import { usePage } from '../context.ts';

export function FaultLine({ fault }: { readonly fault: ValidationIssue }): VNode {
  return (
    <>
      <Place fault={fault} />{' '}
      {fault.given !== undefined && (
        <>
          <code class="given">{JSON.stringify(fault.given)}</code>{' '}
        </>
      )}
      <Reason fault={fault} />
    </>
  );
}

/** List positions are counted from 1, as the Windows registry does. */
function Place({ fault: { path, entry } }: { readonly fault: ValidationIssue }): VNode {
  const { t, language } = usePage();
  if (entry === undefined)
    return (
      <span class="place">
        <code dir="ltr">{path || '{}'}</code>
      </span>
    );
  const list = path.slice(0, path.lastIndexOf('.'));
  return (
    <span class="place">
      <code dir="ltr">{list}</code>{' '}
      {t('policyEntry', new Intl.NumberFormat(language).format(entry))}
    </span>
  );
}

/** Placeholder for a value until the sentence is built. */
const mark = '\uFFFC';

function Reason({ fault: { code, values } }: { readonly fault: ValidationIssue }): VNode {
  const { t } = usePage();
  if (code !== 'otherCase') return <span class="reason">{t(`fault_${code}`, ...values)}</span>;
  const [before, after] = t('fault_otherCase', mark).split(mark);
  return (
    <span class="reason">
      {before}
      <code dir="ltr">{values[0]}</code>
      {after}
    </span>
  );
}
