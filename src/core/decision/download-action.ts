// What to do about a download, given its verdict.
import * as v from 'valibot';
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

/** The user's "keep": lets that download pass, and one restart of the same file. */
export const AllowanceSchema = v.object({
  url: v.string(),
  finalUrl: v.string(),
  /** For a followed link: allows the next download with this label, wherever the link redirects. */
  label: v.optional(v.string()),
  /** The download that used it. */
  downloadId: v.optional(v.number()),
  until: v.number(),
});

export type Allowance = v.InferOutput<typeof AllowanceSchema>;

export interface AllowanceQuery {
  readonly downloadId: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly label: Label;
  readonly now: number;
}

/** The allowances after this download used one; null if none fits. */
export function spendAllowance(
  allowances: readonly Allowance[],
  query: AllowanceQuery,
): Allowance[] | null {
  const current = allowances.filter((one) => one.until > query.now);
  if (current.some((one) => one.downloadId === query.downloadId)) return current;
  const addresses = [query.url, query.finalUrl];
  const fitting = current.find(
    (one) =>
      one.downloadId === undefined &&
      (addresses.includes(one.url) ||
        addresses.includes(one.finalUrl) ||
        one.label === query.label),
  );
  if (!fitting) return null;
  return current.map((one) => (one === fitting ? { ...one, downloadId: query.downloadId } : one));
}
