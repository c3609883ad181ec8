// A verdict in words: the label, and what it leads to in this mode.
import { downloadAction } from '../../core/decision/download-action.ts';
import { isStoppedLabel, labelBehaviour, type Label } from '../../core/detection/model/labels.ts';
import type { OptionsView } from '../../core/view/options.ts';
import type { Say } from '../../core/i18n/messages.ts';
import type { RequestOf } from '../../messages.ts';

export function labelWords(label: Label, say: Say): string {
  return say(`optionsLabel_${label.replaceAll('-', '_')}`);
}

const downloadEffects = { 'let-through': 'optionsEffectLetThrough', ask: 'optionsEffectHeld', cancel: 'optionsEffectBlocked' } as const;

/** Sentences, in order. */
export function consequences(label: Label, type: RequestOf<'classify'>['type'], { settings, policy }: Pick<OptionsView, 'settings' | 'policy'>, say: Say): string[] {
  const { tier, badge } = labelBehaviour[label];
  const { mode } = settings;
  if (type === 'filename' || type === 'download') {
    return [say(downloadEffects[downloadAction({ label, hosts: [], settings, mayProceed: policy?.mayProceed ?? true })])];
  }
  if (mode === 'block' && isStoppedLabel(label)) return [say('optionsEffectPageBlocked')];
  const sentences: string[] = [];
  if (badge !== '') sentences.push(say('optionsEffectBadge', badge));
  if (tier !== 'none' && mode !== 'inform') sentences.push(say(`optionsEffectTier_${tier}`));
  if (sentences.length === 0) sentences.push(say('optionsEffectNothing'));
  return sentences;
}
