// Describes a verdict: the label, and what it leads to in this mode.
import { downloadAction } from '../../../core/decision/download-action.ts';
import {
  behaviorOf,
  isStoppedLabel,
  messageSuffix,
  type Label,
} from '../../../core/detection/model/labels.ts';
import type { OptionsView } from '../../../core/view/options.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import type { RequestOf } from '../../../messages.ts';

export function labelWords(label: Label, t: Translate): string {
  return t(`optionsLabel_${messageSuffix(label)}`);
}

const downloadEffects = {
  'let-through': 'optionsEffectLetThrough',
  ask: 'optionsEffectHeld',
  cancel: 'optionsEffectBlocked',
} as const;

/** Sentences, in order. */
export function consequences(
  label: Label,
  type: RequestOf<'classify'>['type'],
  { settings, policy }: Pick<OptionsView, 'settings' | 'policy'>,
  t: Translate,
): string[] {
  const { tier, badge } = behaviorOf(label);
  const { mode } = settings;
  if (type === 'filename' || type === 'download') {
    return [
      t(
        downloadEffects[
          downloadAction({ label, hosts: [], settings, mayProceed: policy?.mayProceed ?? true })
        ],
      ),
    ];
  }
  if (mode === 'block' && isStoppedLabel(label)) return [t('optionsEffectPageBlocked')];
  const sentences: string[] = [];
  if (badge !== '') sentences.push(t('optionsEffectBadge', badge));
  if (tier !== 'none' && mode !== 'inform') sentences.push(t(`optionsEffectTier_${tier}`));
  if (sentences.length === 0) sentences.push(t('optionsEffectNothing'));
  return sentences;
}
