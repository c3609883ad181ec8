import type { VNode } from 'preact';
import { tCount } from '../shared/text.ts';
import { usePage } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import type { SectionProps } from './section.tsx';

/** Whether a policy is in force; the details are on the policy page. */
export function PolicySummary({ view: { policy } }: SectionProps): VNode {
  const { t, language } = usePage();
  return (
    <>
      <p>
        {policy === null
          ? t('policyNone')
          : policy.organizationName
            ? t('policyInForceBy', policy.organizationName)
            : t('policyInForce')}
      </p>
      {policy && policy.faultCount > 0 && (
        <p class="state state-caution">
          <Symbol name="warning" />
          {tCount(t, language, 'policyFaults', policy.faultCount)}
        </p>
      )}
      <p>
        <a href="../policy/index.html">{t(policy === null ? 'policyToTry' : 'policyToPage')}</a>
      </p>
    </>
  );
}
