// The table of signs, asked like a rule of any host. Of the table only a few words are read before it is asked first.
import { isRecord } from '../../base/records.ts';
import type { Text } from '../../i18n/text.ts';
import type { Fault } from '../../base/result.ts';
import { subdomainOf } from '../matching/address.ts';
import { filledIn, type NamedLists } from '../model/named-lists.ts';
import type { Context } from '../model/rule-schema.ts';
import type { AdvisoryRef, Verdict } from '../model/verdict.ts';
import { intactPieces } from '../signs/intact-pieces.ts';
import { wordsApart } from '../signs/words-apart.ts';
import type { SignScorer } from '../signs/scorer.ts';
import type { Askable } from './compiled-rule.ts';
import type { LateWeighing } from './weighing/late-weighing.ts';
import type { MatchedWords, RuleInput } from './rule-input.ts';
import type { NeededWords, RuleSummary } from './rule-summary.ts';

const contexts: readonly Context[] = ['page', 'download'];
const maxMatchedLength = 300;

type Raw = Readonly<Record<string, unknown>>;
const isString = (value: unknown): value is string => typeof value === 'string';

export function signInput({ host, path, title }: Pick<RuleInput, 'host' | 'path' | 'title'>) {
  return { host, path, title, subdomain: subdomainOf(host) };
}

export class SignsRule implements Askable {
  readonly id = 'signs';
  readonly on = contexts;
  readonly rank: number;
  readonly #raw: Raw;
  readonly #lists: NamedLists;
  readonly #otherwise: Text;
  readonly #offers: ReadonlySet<unknown>;
  readonly #weighing: LateWeighing;
  readonly #advisory: AdvisoryRef;
  #scorer: SignScorer | null | undefined;

  constructor(
    raw: Raw,
    lists: NamedLists,
    otherwise: Text,
    weighing: LateWeighing,
    advisory: AdvisoryRef,
  ) {
    const { rank, offers } = raw;
    this.rank = typeof rank === 'number' ? rank : 0;
    this.#offers = new Set(
      Array.isArray(offers) ? offers.map((one: unknown) => isRecord(one) && one['id']) : [],
    );
    this.#raw = raw;
    this.#lists = lists;
    this.#otherwise = otherwise;
    this.#weighing = weighing;
    this.#advisory = advisory;
  }

  /** Null where this version can't use the table, or as long as what weighs words is not there. */
  get scorer(): SignScorer | null {
    if (this.#scorer !== undefined) return this.#scorer;
    const tools = this.#weighing.tools();
    if (!tools) return null;
    const table = tools.readSigns(this.#raw, this.#lists);
    return (this.#scorer = table.ok ? new tools.SignScorer(table.value) : null);
  }

  get fault(): Fault | null {
    const table = this.#weighing.tools()?.readSigns(this.#raw, this.#lists);
    return !table || table.ok ? null : table.error;
  }

  /** Whether a verdict's rule is one of the table's. */
  decides(rule: string): boolean {
    return this.#offers.has(rule);
  }

  /** One of the table's lists of words, before the table is read. */
  wordsOf(name: string): string[] {
    const { words } = this.#raw;
    const entries = isRecord(words) ? words[name] : undefined;
    return Array.isArray(entries)
      ? wordsApart(filledIn(entries, this.#lists)).filter(isString)
      : [];
  }

  /** What an address or a title must hold for the signs to be asked. */
  summary(place: number): RuleSummary {
    const { id, rank, on } = this;
    return { place, id, rank, on, needs: () => this.#needs(), readsOddHosts: false };
  }

  #needs(): readonly NeededWords[] {
    const names = this.wordsOf('names');
    const pieces = intactPieces([...names, ...this.wordsOf('misspellings')]);
    const words = [...new Set([...names, ...this.wordsOf('tools'), ...pieces])];
    return [
      { words, part: 'folders' },
      { words, part: 'title' },
    ];
  }

  ask({ evidence }: MatchedWords): Verdict | null {
    const weighed = this.scorer?.offerOf(signInput(evidence));
    const reason = weighed && this.#weighing.tools()?.reasonOf(weighed, this.#otherwise);
    if (!weighed || !reason) return null;
    const { label, id } = weighed.offer;
    return {
      label,
      rule: id,
      matched: weighed.matched.slice(0, maxMatchedLength),
      reason,
      advisory: this.#advisory,
    };
  }
}
