// The organization's own message, and a link to its help desk.
import type { VNode } from 'preact';
import type { OrganizationView } from '../../../core/policy/organization.ts';
import { usePage } from '../context.ts';

export function OrganizationMessage({
  organization,
}: {
  readonly organization: OrganizationView | null;
}): VNode | null {
  const { t } = usePage();
  if (!organization || (organization.message === '' && organization.helpAddress === ''))
    return null;
  const { name, message, helpAddress } = organization;
  return (
    <p class="organization-says">
      {message && name && <strong>{t('popupOrganizationSays', name)} </strong>}
      {/* The space after it belongs to the page: in the message's direction it would end up on the
          wrong side. */}
      {message && (
        <>
          <bdi>{message}</bdi>{' '}
        </>
      )}
      {helpAddress && (
        <a href={helpAddress} target="_blank" rel="noopener noreferrer">
          {t('popupHelp')}
        </a>
      )}
    </p>
  );
}
