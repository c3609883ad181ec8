// Replaces a page, or follows a download, that the organization's policy stops: who stopped it, why,
// whom to ask, and where to go instead.
import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BlockedView } from '../../core/view/blocked.ts';
import type { RequestOf } from '../../messages.ts';
import { Address } from '../shared/address.tsx';
import { failureText } from '../shared/text.ts';
import { LivePage } from '../shared/frame/live-page.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { SourceList } from '../shared/sources/source-list.tsx';
import { Instead } from './instead.tsx';

/** Our own page's URL says what was stopped. */
function stoppedAt(address: string): RequestOf<'blocked-view'> {
  const { searchParams } = new URL(address);
  const download = searchParams.get('download');
  return download === null
    ? { kind: 'page', url: searchParams.get('page') ?? '' }
    : { kind: 'download', url: download };
}

/** If this fails, the usual words would suggest that the wanted page itself was loaded. */
const failedTitle = 'blockedLoadFailed';

export function BlockedPage({
  connection,
  address,
}: {
  readonly connection: ExtensionClient;
  readonly address: string;
}): VNode {
  const load = useCallback(
    () => connection.request('blocked-view', stoppedAt(address)),
    [connection, address],
  );
  return (
    <LivePage connection={connection} load={load} failedTitle={failedTitle}>
      {(view) =>
        view.isStopped ? (
          <Blocked view={view} back={Number(new URL(address).searchParams.get('back') ?? 0)} />
        ) : (
          <Free view={view} />
        )
      }
    </LivePage>
  );
}

function useTitle(title: string): void {
  const { t } = usePage();
  useEffect(() => {
    document.title = `${title} - ${t('extensionName')}`;
  }, [title, t]);
}

function StoppedAddress({ view: { address } }: { readonly view: BlockedView }): VNode {
  return (
    <p class="address stopped-address" dir="ltr">
      <Address address={address} />
    </p>
  );
}

/** The policy or the advisory changed while this page was open. */
function Free({ view }: { readonly view: BlockedView }): VNode {
  const { t } = usePage();
  const title = t('blockedNoMore');
  useTitle(title);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <div class="panel">
        <StoppedAddress view={view} />
        {/^https?:/.test(view.url) && (
          <p>
            <a class="button primary" href={view.url}>
              {t('blockedOpen')}
            </a>
          </p>
        )}
      </div>
    </>
  );
}

/** Don't claim that a complete file was stopped. */
function titleOf({ kind, ending }: BlockedView): string {
  if (kind === 'page') return 'blockedTitle';
  return ending === 'deleted' || ending === 'left'
    ? `blockedTitle_${ending}`
    : 'blockedDownloadTitle';
}

function Blocked({ view, back }: { readonly view: BlockedView; readonly back: number }): VNode {
  const { t } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { kind, organization } = view;
  const title = t(titleOf(view));
  useTitle(title);
  useEffect(() => heading.current?.focus(), []);
  const name = organization?.name ?? '';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="lead">
        {name
          ? t(kind === 'page' ? 'blockedBy' : 'blockedDownloadBy', name)
          : t(kind === 'page' ? 'blockedByOrganization' : 'blockedDownloadByOrganization')}
        {(view.ending === 'deleted' || view.ending === 'left') &&
          ` ${t(`blockedText_${view.ending}`)}`}
      </p>
      <section class="panel" aria-labelledby="why">
        <StoppedAddress view={view} />
        <h2 id="why">{view.title || t('blockedWhy')}</h2>
        <p>{view.text}</p>
        <p class="reason">
          {view.why}{' '}
          <span class="rule">
            {t('questionRule')} <code>{view.rule}</code>
          </span>
        </p>
        <SourceList sources={view.sources} />
      </section>
      <Instead view={view} back={back} />
      {view.mayProceed && <Proceed url={view.url} />}
    </>
  );
}

/** Only if the policy allows it; last, and never in color. */
function Proceed({ url }: { readonly url: string }): VNode {
  const { t, connection } = usePage();
  const [failure, setFailure] = useState('');
  const go = () =>
    void connection
      .request('proceed', { url })
      .catch((cause: unknown) => setFailure(t('failedBecause', failureText(cause, t))));
  return (
    <section class="proceed">
      <p class="hint">{t('blockedProceedHint')}</p>
      <button type="button" class="button quiet" onClick={go}>
        {t('blockedProceed')}
      </button>
      <p class="field-error" role="alert">
        {failure}
      </p>
    </section>
  );
}
