import type { VNode } from 'preact';
import { sayCount } from '../shared/plural.ts';
import { useSurroundings } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import type { SectionProps } from './section-props.ts';

/** Whether an administrator's policy is in force; what it says stands on a page of its own. */
export function PolicySummary({ view: { policy } }: SectionProps): VNode {
  const { say, language } = useSurroundings();
  return (
    <>
      <p>{policy === null ? say('policyNone') : policy.organisationName ? say('policyInForceBy', policy.organisationName) : say('policyInForce')}</p>
      {policy && policy.faultCount > 0 && <p class="state state-caution"><Symbol name="warning" />{sayCount(say, language, 'policyFaults', policy.faultCount)}</p>}
      <p><a href="../policy/index.html">{say(policy === null ? 'policyToTry' : 'policyToPage')}</a></p>
    </>
  );
}
