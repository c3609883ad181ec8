import type { VNode } from 'preact';
import type { PopupView } from '../core/popup-view.ts';
import { useSurroundings } from '../ui/page-connection.ts';
import { calendarDay } from '../core/calendar-day.ts';

export function Expired({ advisory }: { readonly advisory: PopupView['advisory'] }): VNode | null {
  const { say, language } = useSurroundings();
  if (!advisory.isExpired) return null;
  return <p class="badge amber">{say('popupExpired', calendarDay(advisory.expires, language, 'UTC'))}</p>;
}

interface Props extends Pick<PopupView, 'advisory' | 'reports'> {
  /** Whether it stands above already that the advisory may be out of date. */
  readonly isExpirySaid: boolean;
}

/** Which advisory all of this is from, whether it may be out of date, and who else is told. */
export function Footer({ advisory, reports, isExpirySaid }: Props): VNode {
  const { say, language } = useSurroundings();
  return (
    <footer class="footer">
      <p>
        {advisory.edition}
        {advisory.factsChecked !== null && <> {say('sourceFactsChecked', calendarDay(advisory.factsChecked, language, 'UTC'))}</>}
        {advisory.origin === 'organisation' && <> {say('popupFromOrganisation')}</>}
      </p>
      {!isExpirySaid && <Expired advisory={advisory} />}
      {reports && (
        <p>
          {say('reportDeclaration', reports.organisation || say('reportYourOrganisation'))} <a href="../options/index.html#privacy" target="_blank">{say('reportMore')}</a>
        </p>
      )}
    </footer>
  );
}
