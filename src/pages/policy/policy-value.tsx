// A value for people: a word, a list, or pairs of name and text. Long lists fold.
import type { VNode } from 'preact';
import type { PolicyName } from '../../core/policy/keys.ts';
import { Breakable } from '../shared/breakable.tsx';
import { tCount } from '../shared/text.ts';
import { usePage } from '../shared/context.ts';

const shownEntries = 6;

function entriesOf(value: object): string[] {
  if (Array.isArray(value)) return value.map(String);
  return Object.entries(value).map(([name, text]) => `${name}: ${String(text)}`);
}

/** Keys for which an empty value is meaningful. */
const meantEmpty: ReadonlySet<PolicyName> = new Set(['jurisdictions', 'language']);

/** `value` is JSON, or empty if nothing is set. */
export function PolicyValue({
  name,
  value,
}: {
  readonly name: PolicyName;
  readonly value: string;
}): VNode {
  const { t, language } = usePage();
  const parsed: unknown = value === '' ? undefined : JSON.parse(value);
  if (typeof parsed === 'boolean')
    return <span class="value">{t(parsed ? 'policyOn' : 'policyOff')}</span>;
  if (typeof parsed === 'number')
    return <span class="value">{new Intl.NumberFormat(language).format(parsed)}</span>;
  if (typeof parsed === 'string' && parsed !== '')
    return (
      <span class="value">
        <bdi>
          <Breakable text={parsed} />
        </bdi>
      </span>
    );
  const entries = typeof parsed === 'object' && parsed !== null ? entriesOf(parsed) : [];
  if (entries.length === 0)
    return (
      <span class="value empty">
        {t(meantEmpty.has(name) ? `policyEmpty_${name}` : 'policyEmpty')}
      </span>
    );
  const isLong = entries.length > shownEntries;
  // A long list scrolls, so it must be focusable for keyboards.
  const list = (
    <ul class="value" tabIndex={isLong ? 0 : undefined}>
      {entries.map((entry) => (
        <li key={entry}>
          <bdi>
            <Breakable text={entry} />
          </bdi>
        </li>
      ))}
    </ul>
  );
  if (!isLong) return list;
  return (
    <details class="value">
      <summary>{tCount(t, language, 'policyEntries', entries.length)}</summary>
      {list}
    </details>
  );
}
