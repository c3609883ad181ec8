// Lists what changed between two versions, as data. Callers supply the wording.
import { isSame } from '../../base/equal.ts';
import { labels } from '../../detection/model/labels.ts';
import { changeSubjects, type ChangeSubject, type Change } from './change.ts';
import type { Advisory } from '../schema.ts';
import type { Text } from '../../i18n/text.ts';

interface Entry {
  readonly id: string;
  readonly what: Text;
  /** Every field a reader would notice. */
  readonly whole: unknown;
  readonly at?: string;
}

const plain = (words: string): Text => ({ en: words });
const statement = <Item extends { id: string; text: Text }>(item: Item): Entry => ({
  id: item.id,
  what: item.text,
  whole: item.text,
});

function removalSteps({
  before,
  systems,
  after,
  replacement,
  verify,
  principles,
}: Advisory['removal']): Entry[] {
  const groups = [
    ...before,
    ...systems.flatMap((system) =>
      system.groups.map((group) => ({ ...group, id: `${system.id}.${group.id}` })),
    ),
    ...after,
  ];
  const steps = groups.flatMap((group) =>
    group.steps.map((step) => ({ ...step, id: `${group.id}/${step.id}` })),
  );
  return [...principles, ...steps, ...replacement.facts, ...replacement.steps, ...verify].map(
    statement,
  );
}

const shownPatterns = 5;

/** A rule's hosts or file names, cut to fit one line. */
function about(rule: object, id: string): string {
  const patterns = [
    ...('hosts' in rule ? [rule.hosts] : []),
    ...('files' in rule ? [rule.files] : []),
  ]
    .flat()
    .filter((one) => typeof one === 'string');
  if (patterns.length === 0) return id;
  return `${patterns.slice(0, shownPatterns).join(', ')}${patterns.length > shownPatterns ? ', …' : ''}`;
}

function rules({ rules: all }: Advisory['detection']): Entry[] {
  return all.flatMap((rule) => {
    if (typeof rule !== 'object' || rule === null || !('id' in rule) || typeof rule.id !== 'string')
      return [];
    const label = 'label' in rule ? labels.find((known) => known === rule.label) : undefined;
    const words = about(rule, rule.id);
    return { id: rule.id, what: plain(label ? `${words} (${label})` : words), whole: rule };
  });
}

/** Watched hosts, plus the entries of lists that rules share. */
function sites({ watchedHosts, lists }: Advisory['detection']): Entry[] {
  const listed = Object.entries(lists).flatMap(([list, entries]) =>
    entries.map((entry) => ({
      id: `@${list} ${entry}`,
      what: plain(`${entry} (${list})`),
      whole: null,
    })),
  );
  return [...watchedHosts.map((host) => ({ id: host, what: plain(host), whole: null })), ...listed];
}

function entriesOf(advisory: Advisory): Record<ChangeSubject, readonly Entry[]> {
  const {
    ban,
    deadlines,
    jurisdictions,
    applicability,
    questions,
    alternatives,
    notices,
    sources,
    detection,
  } = advisory;
  const { headline, ...rest } = ban;
  return {
    deadlines: deadlines.map(({ sources: _, ...seen }) => ({
      id: seen.id,
      what: seen.title,
      whole: { ...seen, at: null },
      at: seen.at,
    })),
    ban: [headline, ...Object.values(rest).flat()].map(statement),
    places: jurisdictions.map(({ id, name, kind, since, statements }) => ({
      id,
      what: name,
      whole: { name, kind, since, statements: statements.map(({ text }) => text) },
    })),
    applies: applicability.answers.map(({ sources: _, ...seen }) => ({
      id: seen.id,
      what: seen.title,
      whole: seen,
    })),
    questions: questions.map(({ id, question, answer }) => ({
      id,
      what: question,
      whole: { question, answer },
    })),
    alternatives: alternatives.products.map(({ sources: _, checked: __, ...seen }) => ({
      id: seen.id,
      what: plain(seen.name),
      whole: seen,
    })),
    removal: removalSteps(advisory.removal),
    notices: notices.map(({ label, title, text }) => ({
      id: label,
      what: title,
      whole: { title, text },
    })),
    sites: sites(detection),
    rules: rules(detection),
    sources: sources.map(({ id, title, url }) => ({
      id,
      what: plain(title),
      whole: { title, url },
    })),
  };
}

function changesOf(
  subject: ChangeSubject,
  before: readonly Entry[],
  after: readonly Entry[],
): Change[] {
  const [old, next] = [
    new Map(before.map((entry) => [entry.id, entry])),
    new Map(after.map((entry) => [entry.id, entry])),
  ];
  const changes: Change[] = [];
  for (const entry of next.values()) {
    const was = old.get(entry.id);
    if (!was) changes.push({ subject, kind: 'added', what: entry.what });
    else if (
      was.at !== undefined &&
      entry.at !== undefined &&
      Date.parse(was.at) !== Date.parse(entry.at)
    )
      changes.push({ subject, kind: 'moved', what: entry.what, from: was.at, to: entry.at });
    else if (!isSame(was.whole, entry.whole))
      changes.push({ subject, kind: 'changed', what: entry.what });
  }
  for (const entry of old.values())
    if (!next.has(entry.id)) changes.push({ subject, kind: 'removed', what: entry.what });
  return changes;
}

/** All changes, the most important to people first. */
export function diffAdvisories(before: Advisory, after: Advisory): Change[] {
  const [old, next] = [entriesOf(before), entriesOf(after)];
  return changeSubjects.flatMap((subject) => changesOf(subject, old[subject], next[subject]));
}
