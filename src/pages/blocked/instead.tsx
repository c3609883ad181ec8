// Where to go instead of what was stopped.
import type { VNode } from 'preact';
import type { BlockedView } from '../../core/view/blocked.ts';
import { usePage } from '../shared/context.ts';
import { OrganizationMessage } from '../shared/frame/organization-message.tsx';
import { Symbol } from '../shared/symbol.tsx';

/** The organization's own message first, then the safe ways on. */
export function Instead({
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
