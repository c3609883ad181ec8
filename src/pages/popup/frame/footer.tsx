import type { VNode } from 'preact';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { usePage } from '../../shared/context.ts';
import { formatDay } from '../../../core/i18n/format-day.ts';

export function Expired({ advisory }: { readonly advisory: PopupView['advisory'] }): VNode | null {
  const { t, language } = usePage();
  if (!advisory.isExpired) return null;
  return (
    <p class="badge amber">{t('popupExpired', formatDay(advisory.expires, language, 'UTC'))}</p>
  );
}

interface Props extends Pick<PopupView, 'advisory' | 'reports'> {
  /** Whether it stands above already that the advisory may be out of date. */
  readonly isExpirySaid: boolean;
}

/** Which advisory all of this is from, whether it may be out of date, and who else is told. */
export function Footer({ advisory, reports, isExpirySaid }: Props): VNode {
  const { t, language } = usePage();
  return (
    <footer class="footer">
      <p>
        {advisory.edition}.
        {advisory.factsChecked !== null && (
          <> {t('sourceFactsChecked', formatDay(advisory.factsChecked, language, 'UTC'))}</>
        )}
        {advisory.origin === 'organization' && <> {t('popupFromOrganization')}</>}
      </p>
      {!isExpirySaid && <Expired advisory={advisory} />}
      {reports && (
        <p>
          {t('reportDeclaration', reports.organization || t('reportYourOrganization'))}{' '}
          <a href="../options/index.html#privacy" target="_blank">
            {t('reportMore')}
          </a>
        </p>
      )}
    </footer>
  );
}
