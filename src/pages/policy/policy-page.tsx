// The policy page: what an administrator ordered here, what came of it, and a place to try a document before it is pushed.
import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PolicyView } from '../../core/view/policy.ts';
import { LivePage } from '../shared/live-page.tsx';
import { useSurroundings, type PageConnection } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { PolicyRows } from './policy-rows.tsx';
import { TryPolicy } from './try-policy.tsx';

export function PolicyPage({ connection }: { readonly connection: PageConnection }): VNode {
  const load = useCallback(() => connection.ask('policy-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {({ policy }) => <Policy policy={policy} />}
    </LivePage>
  );
}

function Policy({ policy }: { readonly policy: PolicyView }): VNode {
  const { say } = useSurroundings();
  useEffect(() => {
    document.title = `${say('policyTitle')} - ${say('extensionName')}`;
  }, [say]);
  return (
    <>
      <h1 tabIndex={-1}>{say('policyTitle')}</h1>
      {policy.isManaged ? <InForce policy={policy} /> : <p class="lead">{say('policyNone')}</p>}
      <TryPolicy />
      <p class="elsewhere"><a href="../options/index.html">{say('policyToSettings')}</a></p>
    </>
  );
}

function InForce({ policy }: { readonly policy: PolicyView }): VNode {
  const { say, language, connection } = useSurroundings();
  const [copied, setCopied] = useState<'' | 'policyCopied' | 'policyCopyFailed'>('');
  const { deliveredAt, organisationName } = policy;
  const when = deliveredAt === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(deliveredAt));
  const copy = () => connection.copy(policy.asJson).then(() => setCopied('policyCopied'), () => setCopied('policyCopyFailed'));
  return (
    <>
      <p class="lead">{organisationName ? say('policyInForceBy', organisationName) : say('policyInForce')} {say('policyDelivered', when)}</p>
      <section class="panel" aria-labelledby="in-force">
        <h2 id="in-force">{say('policyValues')}</h2>
        <PolicyRows policy={policy} />
        <div class="row">
          <button type="button" class="button" onClick={() => void copy()}>{say('policyCopy')}</button>
        </div>
        <p class={copied === 'policyCopyFailed' ? 'field-error' : 'done'} role="status">
          {copied === 'policyCopied' && <Symbol name="done" />}{copied === '' ? '' : say(copied)}
        </p>
        {copied === 'policyCopyFailed' && <textarea readOnly rows={8} dir="ltr" aria-label={say('policyCopy')} value={policy.asJson} />}
      </section>
    </>
  );
}
