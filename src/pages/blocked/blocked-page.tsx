// In place of a page, or after a download, that the organization's policy stops: who stopped it, why, whom to ask, and where to go instead.
import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BlockedView } from '../../core/view/blocked.ts';
import type { RequestOf } from '../../messages.ts';
import { Address } from '../shared/address.tsx';
import { failureText } from '../shared/text.ts';
import { LivePage } from '../shared/frame/live-page.tsx';
import { OrganizationMessage } from '../shared/frame/organization-message.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { SourceList } from '../shared/sources/source-list.tsx';
import { Symbol } from '../shared/symbol.tsx';

/** What was stopped stands in our own page's address. */
function stoppedAt(address: string): RequestOf<'blocked-view'> {
  const { searchParams } = new URL(address);
  const download = searchParams.get('download');
  return download === null
    ? { kind: 'page', url: searchParams.get('page') ?? '' }
    : { kind: 'download', url: download };
}

/** Of the page that was wanted, nothing was loaded: its failing would mean something else. */
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

/** The organization's own words first, then the safe ways on. */
function Instead({
  view: { organization, approved },
  back,
}: {
  readonly view: BlockedView;
  readonly back: number;
}): VNode {
  const { t } = usePage();
  const help = organization?.helpAddress ?? '';
  return (
    <section class="panel" aria-labelledby="instead">
      <h2 id="instead">{t('blockedInstead')}</h2>
      <OrganizationMessage organization={organization && { ...organization, helpAddress: '' }} />
      {approved.length > 0 && (
        <>
          <h3>
            {organization?.name ? t('popupApprovedBy', organization.name) : t('popupApproved')}
          </h3>
          <ul class="approved">
            {approved.map(({ name, site }) => (
              <li key={name}>
                {site ? (
                  <a href={site} rel="noopener noreferrer">
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <a class="button primary" href="../popup/index.html#alternatives">
          {t('questionWay_alternatives')}
        </a>
        {help && (
          <a class="button" href={help} target="_blank" rel="noopener noreferrer">
            {t('blockedHelp')}
          </a>
        )}
        {back > 0 && history.length > back && (
          <button type="button" class="button" onClick={() => history.go(-back)}>
            {t('blockedBack')}
          </button>
        )}
      </div>
      <ul class="ways">
        {(['removal', 'ban'] as const).map((way) => (
          <li key={way}>
            <a href={`../popup/index.html#${way}`}>
              {t(`questionWay_${way}`)}
              <Symbol name="onward" />
            </a>
          </li>
        ))}
      </ul>
      {!help && <p class="hint">{t('blockedAsk')}</p>}
    </section>
  );
}

/** Only where the policy allows it, last, and never in color. */
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
