// Turns the advisory's rules into rules for the browser's network layer. Everything they stop,
// classifyPage stops too.
//
//   first   exceptions and bypassed hosts: allowed
//   then    URLs with an escaped path: allowed, because filters can't decode them
//   then    the rules by rank: blocked only where the match is exact, allowed wherever an allowing
//           rule could match
//
// Offers that get through are stopped when their page reports its visit (background/block/stop.ts).
// Titles aren't known yet, so rules that need one are ignored, as in classifyPage without a title.
import { isStoppedLabel } from '../detection/model/labels.ts';
import type { Rule } from '../detection/model/rule-schema.ts';
import {
  allowingFilters,
  blockingExpressions,
  exclusionFilters,
  holdsForAddresses,
} from './network-filters.ts';
import type { AddressFilter, NetworkRule } from './network-rule.ts';
import { meetingSites } from './network-sites.ts';

export interface NetworkFacts {
  readonly rules: readonly Rule[];
  /** Host patterns the browser has granted us. */
  readonly granted: readonly string[];
  /**
   * Hosts, including all below them, on which nothing is stopped; a leading `*.` makes no
   * difference.
   */
  readonly exceptions: readonly string[];
}

const highestPriority = 1_000_000;
/**
 * Order within a rank: a rule with exclusions, then its exclusions, then one without, then allowing
 * rules.
 */
const place = { excluding: 1, exclusion: 2, blocking: 3, allowing: 4 } as const;
const priorityOf = (rank: number, kind: keyof typeof place): number => rank * 8 + place[kind];

/** Browsers accept 1,000 expressions; leave a margin in case they count differently. */
const maxExpressions = 950;

interface Draft {
  readonly type: 'block' | 'allow';
  readonly priority: number;
  readonly domains?: readonly string[];
  readonly filter: AddressFilter;
}

const labelsOf = (host: string): number => host.split('.').length;

interface Group {
  readonly domains?: readonly string[];
  readonly expressions: readonly string[];
}

/** A hostless rule needs no host list: the browser stops nothing on hosts it didn't grant us. */
function groupsOf(rule: Rule, granted: readonly string[]): Group[] {
  if (!rule.hosts) return [{ expressions: blockingExpressions(rule, 0) ?? [] }];
  const { below, exact } = meetingSites(rule.hosts, granted);
  const ofLabels = [...new Set(exact.map(labelsOf))].map((labels) => ({
    domains: exact.filter((host) => labelsOf(host) === labels),
    expressions: blockingExpressions(rule, labels) ?? [],
  }));
  return [{ domains: below, expressions: blockingExpressions(rule, 0) ?? [] }, ...ofLabels].filter(
    ({ domains }) => domains.length > 0,
  );
}

function blocking(rule: Rule, granted: readonly string[]): Draft[] {
  const groups = groupsOf(rule, granted).filter(({ expressions }) => expressions.length > 0);
  const priority = priorityOf(
    rule.rank,
    (rule.pathHasNot ?? rule.pathHasNoWord) ? 'excluding' : 'blocking',
  );
  return groups.flatMap(({ domains, expressions }) => {
    const hosts = domains ? { domains } : {};
    return [
      ...expressions.map((regexFilter): Draft => ({
        type: 'block',
        priority,
        ...hosts,
        filter: { regexFilter },
      })),
      ...exclusionFilters(rule).map((filter): Draft => ({
        type: 'allow',
        priority: priorityOf(rule.rank, 'exclusion'),
        ...hosts,
        filter,
      })),
    ];
  });
}

const family = '.{tld}';

/** For the rule's hosts, granted or not: hostless rules block wherever we have access. */
function allowing(rule: Rule): Draft[] {
  const words = allowingFilters(rule);
  const draft = (filter: AddressFilter, domains?: readonly string[]): Draft => ({
    type: 'allow',
    priority: priorityOf(rule.rank, 'allowing'),
    ...(domains ? { domains } : {}),
    filter,
  });
  const hosts = rule.hosts?.map((host) => host.replace(/^\*\./, ''));
  if (!hosts) return words ? words.map((urlFilter) => draft({ urlFilter })) : [draft({})];
  const domains = [...new Set(hosts.filter((host) => !host.endsWith(family)))].sort();
  const stems = hosts
    .filter((host) => host.endsWith(family))
    .map((host) => `||${host.slice(0, -family.length)}.`);
  return [
    ...(domains.length === 0
      ? []
      : words
        ? words.map((urlFilter) => draft({ urlFilter }, domains))
        : [draft({}, domains)]),
    ...stems.flatMap((stem) =>
      (words ?? ['']).map((word) => draft({ urlFilter: word === '' ? stem : `${stem}*${word}` })),
    ),
  ];
}

function escapedAddresses(rules: readonly Rule[]): Draft[] {
  const readsQuery = rules.some(
    ({ label, queryHas }) => queryHas !== undefined && !isStoppedLabel(label),
  );
  const expressions = [
    '^https?://[^/?#]*/[^?#]*%',
    '^https?://[^/?#]*@',
    ...(readsQuery ? ['^https?://[^?#]*\\?[^#]*%'] : []),
  ];
  return expressions.map((regexFilter) => ({
    type: 'allow',
    priority: highestPriority - 1,
    filter: { regexFilter },
  }));
}

/** Order and numbering are stable, so that two sets can be compared as text. */
export function networkRules({ rules, granted, exceptions }: NetworkFacts): NetworkRule[] {
  const speaking = rules.filter((rule) => rule.on.includes('page') && holdsForAddresses(rule));
  const blocks = speaking
    .filter(({ label }) => isStoppedLabel(label))
    .sort((one, other) => other.rank - one.rank)
    .flatMap((rule) => blocking(rule, granted));
  const lowest = Math.min(...blocks.map(({ priority }) => priority));
  const heard = speaking.filter(
    ({ label, rank }) => !isStoppedLabel(label) && priorityOf(rank, 'allowing') > lowest,
  );
  const excepted = exceptions
    .map((host) =>
      host
        .replace(/^\*\./, '')
        .replace(/^www\.(?=.*\.)/, '')
        .toLowerCase(),
    )
    .filter((host) => host !== '');
  let expressions = 0;
  const drafts =
    blocks.length === 0
      ? []
      : [
          ...(excepted.length > 0
            ? [
                {
                  type: 'allow',
                  priority: highestPriority,
                  domains: [...new Set(excepted)],
                  filter: {},
                } satisfies Draft,
              ]
            : []),
          ...escapedAddresses(heard),
          ...heard.flatMap(allowing),
          ...blocks.filter(
            ({ filter }) => !('regexFilter' in filter) || (expressions += 1) <= maxExpressions,
          ),
        ];
  return drafts.map(({ type, priority, domains, filter }, number) => ({
    id: number + 1,
    priority,
    action: { type },
    condition: {
      ...(domains ? { requestDomains: domains } : {}),
      ...filter,
      isUrlFilterCaseSensitive: false,
      resourceTypes: ['main_frame'],
    },
  }));
}
