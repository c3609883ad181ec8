import type { VNode } from 'preact';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import type { Panel, Part } from '../route.ts';

/** Prints what is shown. The popup under the toolbar button closes when a print dialog opens, so there it goes to a tab first. */
export function PrintWay({ to }: { readonly to: Part | Panel }): VNode {
  const { t } = usePage();
  const { place, view } = usePopup();
  if (place.isTab)
    return (
      <button type="button" class="link-button" onClick={() => print()}>
        {t('popupPrint')}
      </button>
    );
  const query = new URLSearchParams({
    ...(view.page.tabId !== null && { tab: String(view.page.tabId) }),
  });
  return (
    <a href={`?${query}#${to}`} target="_blank" rel="noopener">
      {t('popupPrint')}
      <span class="only-read"> {t('popupNewTab')}</span>
    </a>
  );
}
