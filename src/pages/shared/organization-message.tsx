// The organisation's own sentence, and the way to its help desk.
import type { VNode } from 'preact';
import type { OrganisationView } from '../../core/policy/organization.ts';
import { useSurroundings } from './context.ts';

export function OrganisationSays({ organisation }: { readonly organisation: OrganisationView | null }): VNode | null {
  const { say } = useSurroundings();
  if (!organisation || (organisation.message === '' && organisation.helpAddress === '')) return null;
  const { name, message, helpAddress } = organisation;
  return (
    <p class="organisation-says">
      {message && name && <strong>{say('popupOrganisationSays', name)} </strong>}
      {/* The space behind it is the page's: in the message's own direction it would stand on the other side. */}
      {message && <><bdi>{message}</bdi> </>}
      {helpAddress && <a href={helpAddress} target="_blank" rel="noopener noreferrer">{say('popupHelp')}</a>}
    </p>
  );
}
