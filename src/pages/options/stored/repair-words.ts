// Describes a repair: the item, what was wrong, and what replaced it.
import type { StorageIssue } from '../../../core/settings/storage-issue.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import { nameKeys } from '../section.tsx';

type Put = 'default' | 'empty' | 'package' | 'again' | 'removed' | 'anew';

/** By the first part of the path: the item's name, and what replaced the whole item. */
const things: ReadonlyMap<string, readonly [nameKey: string, put: Put]> = new Map([
  ['settings', ['optionsTitle', 'default']],
  ['snoozes', ['optionsSection_snoozes', 'empty']],
  ['privateSnoozes', ['optionsSection_snoozes', 'empty']],
  ['questions', ['optionsRepair_questions', 'empty']],
  ['privateQuestions', ['optionsRepair_questions', 'empty']],
  ['answered', ['optionsRepair_questions', 'empty']],
  ['notedDownloads', ['optionsRepair_questions', 'empty']],
  ['privateNotedDownloads', ['optionsRepair_questions', 'empty']],
  ['allowances', ['optionsRepair_leave', 'empty']],
  ['passes', ['optionsRepair_leave', 'empty']],
  ['plan', ['popupPart_switch', 'empty']],
  ['doneSteps', ['popupPart_switch', 'empty']],
  ['advisory', ['optionsSection_advisory', 'package']],
  ['overlay', ['ownFeed', 'again']],
  ['ownFeed', ['ownFeed', 'removed']],
  ['policy', ['optionsSection_policy', 'again']],
  ['reportClient', ['reportTitle', 'anew']],
  ['reportedVisits', ['reportTitle', 'anew']],
]);

/** Groups the failed checks into kinds that have a sentence. */
function wrongOf(check: string): 'missing' | 'kind' | 'range' | 'unreadable' | 'value' {
  if (check === 'missing') return 'missing';
  if (check === '' || check === 'custom') return 'unreadable';
  if (/^(min|max|integer|safe_integer)/.test(check)) return 'range';
  return /^(string|number|boolean|array|tuple|record|object|strict_object|loose_object|object_with_rest|null|nullable)$/.test(
    check,
  )
    ? 'kind'
    : 'value';
}

export interface RepairWords {
  readonly name: string;
  readonly sentences: string;
}

export function repairWords({ item, check }: StorageIssue, t: Translate): RepairWords {
  const [root = '', part = ''] = item.split('.');
  const [nameKey, put] = things.get(root) ?? ['optionsRepair_notes', 'anew'];
  const name =
    root === 'settings' && Object.hasOwn(nameKeys, part)
      ? nameKeys[part as keyof typeof nameKeys]
      : nameKey;
  // In a list, only the invalid entry is dropped.
  const isEntry = root !== 'settings' && /^\d+$/.test(part);
  return {
    name: t(name),
    sentences: `${t(`optionsRepairWrong_${wrongOf(check)}`)} ${t(`optionsRepairPut_${isEntry ? 'entry' : put}`)}`,
  };
}
