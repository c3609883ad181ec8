// What to do about a download, given its verdict.
import { isStoppedLabel, labelBehaviors, type Label } from '../detection/model/labels.ts';
import type { EffectiveSettings } from '../policy/effective.ts';
import { isException } from './page-action.ts';

export interface DownloadCircumstances {
  readonly label: Label;
  /** Hosts the download came from: its URL, its redirects, the page it started on. */
  readonly hosts: readonly string[];
  readonly settings: Pick<EffectiveSettings, 'mode' | 'exceptions'>;
  /** Whether the policy lets people continue. */
  readonly mayProceed: boolean;
}

/** `cancel`: the policy blocks and doesn't let people continue. */
export function downloadAction({
  label,
  hosts,
  settings,
  mayProceed,
}: DownloadCircumstances): 'let-through' | 'ask' | 'cancel' {
  if (settings.mode === 'inform') return 'let-through';
  if (hosts.some((host) => isException(settings.exceptions, host))) return 'let-through';
  return settings.mode === 'block' && isStoppedLabel(label) && !mayProceed
    ? 'cancel'
    : labelBehaviors[label].download;
}
