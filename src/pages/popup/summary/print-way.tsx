import type { VNode } from 'preact';
import { useSurroundings } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import type { Panel, Part } from '../route.ts';

/** Prints what is shown. The popup under the toolbar button closes when a print dialog opens, so there it goes to a tab first. */
export function PrintWay({ to, system }: { readonly to: Part | Panel; readonly system?: string | undefined }): VNode {
  const { say } = useSurroundings();
  const { place, view } = usePopup();
  if (place.isTab) return <button type="button" class="link-button" onClick={() => print()}>{say('popupPrint')}</button>;
  const query = new URLSearchParams({
    ...(view.page.tabId !== null && { tab: String(view.page.tabId) }),
    ...(system !== undefined && { system }),
  });
  return (
    <a href={`?${query}#${to}`} target="_blank" rel="noopener">
      {say('popupPrint')}<span class="only-read"> {say('popupNewTab')}</span>
    </a>
  );
}
