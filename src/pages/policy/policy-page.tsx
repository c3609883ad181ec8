// The policy page: what an administrator set, its effect, and a place to try a document before it
// is deployed.
import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PolicyView, PolicyPageView } from '../../core/view/policy.ts';
import { Troubles } from '../shared/frame/troubles.tsx';
import { LivePage } from '../shared/frame/live-page.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { PolicyRows } from './policy-rows.tsx';
import { TryPolicy } from './try-policy.tsx';

export function PolicyPage({ connection }: { readonly connection: ExtensionClient }): VNode {
  const load = useCallback(() => connection.request('policy-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view) => <Policy view={view} />}
    </LivePage>
  );
}

function Policy({ view: { policy, troubles } }: { readonly view: PolicyPageView }): VNode {
  const { t } = usePage();
  useEffect(() => {
    document.title = `${t('policyTitle')} - ${t('extensionName')}`;
  }, [t]);
  return (
    <>
      <h1 tabIndex={-1}>{t('policyTitle')}</h1>
      <Troubles troubles={troubles} />
      {policy.isManaged ? <InForce policy={policy} /> : <p class="lead">{t('policyNone')}</p>}
      <TryPolicy />
      <p class="elsewhere">
        <a href="../options/index.html">{t('policyToSettings')}</a>
      </p>
    </>
  );
}

function InForce({ policy }: { readonly policy: PolicyView }): VNode {
  const { t, language, connection } = usePage();
  const [copied, setCopied] = useState<'' | 'policyCopied' | 'policyCopyFailed'>('');
  const { deliveredAt, organizationName } = policy;
  const when =
    deliveredAt === null
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
          new Date(deliveredAt),
        );
  const copy = () =>
    connection.copy(policy.asJson).then(
      () => setCopied('policyCopied'),
      () => setCopied('policyCopyFailed'),
    );
  return (
    <>
      <p class="lead">
        {organizationName ? t('policyInForceBy', organizationName) : t('policyInForce')}{' '}
        {t('policyDelivered', when)}
      </p>
      <section class="panel" aria-labelledby="in-force">
        <h2 id="in-force">{t('policyValues')}</h2>
        <PolicyRows policy={policy} />
        <div class="row">
          <button type="button" class="button" onClick={() => void copy()}>
            {t('policyCopy')}
          </button>
        </div>
        <p class={copied === 'policyCopyFailed' ? 'field-error' : 'done'} role="status">
          {copied === 'policyCopied' && <Symbol name="done" />}
          {copied === '' ? '' : t(copied)}
        </p>
        {copied === 'policyCopyFailed' && (
          <textarea
            readOnly
            rows={8}
            dir="ltr"
            aria-label={t('policyCopy')}
            value={policy.asJson}
          />
        )}
      </section>
    </>
  );
}
