import * as v from 'valibot';
import type { Text } from '../../i18n/text.ts';
import type { Label } from './labels.ts';

/** Which advisory spoke, and in which version. */
export const AdvisoryRefSchema = v.object({ id: v.string(), version: v.number() });
export type AdvisoryRef = v.InferOutput<typeof AdvisoryRefSchema>;

/** What one rule says of an address, a download or a file name, with its evidence. */
export interface RuleVerdict {
  readonly label: Label;
  /** Id of the advisory rule that decided; `no-rule` where none matched. */
  readonly rule: string;
  /** The part of the input that matched, for people: a host, a path, a file name. */
  readonly matched: string;
  /** The rule's reason in words, by language; from the advisory. */
  readonly reason: Text;
}

export interface Verdict extends RuleVerdict {
  readonly advisory: AdvisoryRef;
}
