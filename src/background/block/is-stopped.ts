import { isException } from '../../core/decision/page-action.ts';
import { isStoppedLabel } from '../../core/detection/model/labels.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import type { EffectiveSettings } from '../../core/policy/effective.ts';
import { state } from '../base/storage-items.ts';
import { read } from '../base/store.ts';

async function isBypassed(host: string): Promise<boolean> {
  return (await read(state.bypasses)).some((pass) => pass.host === host);
}

/** Whether block mode stops a page with this verdict now, by its host. */
export async function isStopped(
  { label }: Pick<Verdict, 'label'>,
  host: string,
  settings: EffectiveSettings,
): Promise<boolean> {
  if (settings.mode !== 'block' || !isStoppedLabel(label) || isException(settings.exceptions, host))
    return false;
  return !(await isBypassed(host));
}
