import type { Text } from '../../i18n/text.ts';
import type { Label } from './labels.ts';

/** What the detector says of one address, download or file name, with its evidence. */
export interface Verdict {
  readonly label: Label;
  /** Id of the advisory rule that decided; `no-rule` where none matched. */
  readonly rule: string;
  /** The part of the input that matched, for people: a host, a path, a file name. */
  readonly matched: string;
  /** The rule's reason in words, by language; from the advisory. */
  readonly reason: Text;
}
