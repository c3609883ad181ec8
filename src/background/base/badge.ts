// The toolbar badge: the page's sign on its own tab, the number of open questions on all others.
import type { Badge } from '../../core/decision/page-action.ts';
import { setDefaultBadge, setTabBadge } from '../../platform/worker/action.ts';

const colors: Readonly<
  Record<Badge['badgeColor'], { readonly color: string; readonly textColor: string }>
> = {
  red: { color: '#b3261e', textColor: '#ffffff' },
  amber: { color: '#f2b200', textColor: '#1f1f1f' },
  blue: { color: '#1a5fb4', textColor: '#ffffff' },
  none: { color: '#5f6368', textColor: '#ffffff' },
};

export async function showPageBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  try {
    await setTabBadge(tabId, { text: badge.badge, title, ...colors[badge.badgeColor] });
  } catch (cause) {
    console.info(`Tab ${tabId} was closed before its badge could be set.`, cause);
  }
}

export async function showDefaultBadge(text: string, title: string): Promise<void> {
  await setDefaultBadge({ text, title, ...colors.red });
}
