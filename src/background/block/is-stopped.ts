import { hostOf } from '../../core/base/web-address.ts';
import { isException } from '../../core/decision/page-action.ts';
import { isStoppedLabel } from '../../core/detection/model/labels.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

async function isBypassed(url: string): Promise<boolean> {
  const host = hostOf(url);
  return (await read(state.bypasses)).some((pass) => pass.host === host);
}

/** Whether block mode stops a page with this verdict now. */
export async function isStopped(
  verdict: Verdict,
  url: string,
  settings: EffectiveSettings,
): Promise<boolean> {
  if (
    settings.mode !== 'block' ||
    !isStoppedLabel(verdict.label) ||
    isException(settings.exceptions, hostOf(url))
  )
    return false;
  return !(await isBypassed(url));
}
