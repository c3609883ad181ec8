// A verdict in words: the label, and what it leads to in this mode.
import { labelBehaviour, type Label } from '../core/detection/labels.ts';
import type { EffectiveSettings } from '../core/policy/effective.ts';
import type { Say } from '../core/say.ts';
import type { RequestOf } from '../messages.ts';

export function labelWords(label: Label, say: Say): string {
  return say(`optionsLabel_${label.replaceAll('-', '_')}`);
}

/** Sentences, in order. */
export function consequences(label: Label, type: RequestOf<'classify'>['type'], mode: EffectiveSettings['mode'], say: Say): string[] {
  const { tier, badge, download } = labelBehaviour[label];
  if (type === 'filename' || type === 'download') {
    const isHeld = download === 'ask' && mode !== 'inform';
    return [say(isHeld ? (mode === 'block' ? 'optionsEffectBlocked' : 'optionsEffectHeld') : 'optionsEffectLetThrough')];
  }
  const sentences: string[] = [];
  if (badge !== '') sentences.push(say('optionsEffectBadge', badge));
  if (tier !== 'none' && mode !== 'inform') sentences.push(say(`optionsEffectTier_${tier}`));
  if (sentences.length === 0) sentences.push(say('optionsEffectNothing'));
  return sentences;
}
