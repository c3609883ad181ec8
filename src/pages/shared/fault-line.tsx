// What was dropped of a policy or a settings file: where, what stood there, and what is wrong with it.
import type { VNode } from 'preact';
import type { ValueFault } from '../../core/settings/validation-issue.ts';
import { useSurroundings } from './context.ts';

export function FaultLine({ fault }: { readonly fault: ValueFault }): VNode {
  return <><Place fault={fault} /> {fault.given !== undefined && <><code class="given">{JSON.stringify(fault.given)}</code> </>}<Reason fault={fault} /></>;
}

/** People count the entries of a list from 1, and so does the Windows registry. */
function Place({ fault: { path, entry } }: { readonly fault: ValueFault }): VNode {
  const { say, language } = useSurroundings();
  if (entry === undefined) return <span class="place"><code dir="ltr">{path || '{}'}</code></span>;
  const list = path.slice(0, path.lastIndexOf('.'));
  return <span class="place"><code dir="ltr">{list}</code> {say('policyEntry', new Intl.NumberFormat(language).format(entry))}</span>;
}

/** Stands for a value until the sentence is there. */
const mark = '\uFFFC';

function Reason({ fault: { code, values } }: { readonly fault: ValueFault }): VNode {
  const { say } = useSurroundings();
  if (code !== 'otherCase') return <span class="reason">{say(`fault_${code}`, ...values)}</span>;
  const [before, after] = say('fault_otherCase', mark).split(mark);
  return <span class="reason">{before}<code dir="ltr">{values[0]}</code>{after}</span>;
}
