// Editorial checks beyond the schema: references, dates, order, and that every rule compiles.
import { labelBehaviors, labels } from '../../detection/model/labels.ts';
import { compileRules } from '../../detection/engine/rule-index.ts';
import { readTraces } from '../../traces/schema.ts';
import type { Fault } from '../../base/result.ts';
import { checkApplicability } from './check-applicability.ts';
import { checkDates } from './check-dates.ts';
import { checkReadings } from './check-readings.ts';
import { checkSources } from './check-sources.ts';
import { repeated } from './repeated.ts';
import type { Advisory } from '../schema.ts';
import { eachObject } from './walk.ts';

/** Ids are unique within their list: the popup, the diff and overlays look entries up by id. */
function checkIds(advisory: Advisory): Fault[] {
  const faults: Fault[] = [];
  for (const { path, value } of eachObject(advisory)) {
    for (const [key, list] of Object.entries(value)) {
      if (!Array.isArray(list) || (path === '' && key === 'sources')) continue;
      const ids = list.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
          ? [item.id]
          : [],
      );
      const place = path === '' ? key : `${path}.${key}`;
      faults.push(...repeated(ids, (index) => `${place}.${String(index)}.id`, 'id'));
    }
  }
  return faults;
}

function checkReferences({ deadlines, jurisdictions, alternatives, notices }: Advisory): Fault[] {
  const faults: Fault[] = [];
  const places = new Set(jurisdictions.map(({ id }) => id));
  deadlines.forEach(({ jurisdiction }, index) => {
    if (!places.has(jurisdiction))
      faults.push({
        path: `deadlines.${String(index)}.jurisdiction`,
        message: `"${jurisdiction}" is no jurisdiction`,
      });
  });
  const needs = new Set(alternatives.needs.map(({ id }) => id));
  const met = new Set(alternatives.products.flatMap((product) => product.needs));
  alternatives.products.forEach((product, index) => {
    const path = `alternatives.products.${String(index)}`;
    for (const need of product.needs)
      if (!needs.has(need)) faults.push({ path: `${path}.needs`, message: `"${need}" is no need` });
    const before = alternatives.products[index - 1];
    if (before && before.name.localeCompare(product.name, 'en', { sensitivity: 'base' }) > 0) {
      faults.push({
        path: `${path}.name`,
        message: `"${product.name}" stands after "${before.name}": the list is alphabetical, never ranked`,
      });
    }
  });
  alternatives.needs.forEach(({ id }, index) => {
    if (!met.has(id))
      faults.push({
        path: `alternatives.needs.${String(index)}`,
        message: `no product meets "${id}"`,
      });
  });
  const spoken = new Set<string>(notices.map(({ label }) => label));
  for (const label of labels) {
    if (labelBehaviors[label].tier !== 'none' && !spoken.has(label))
      faults.push({ path: 'notices', message: `has no words for "${label}"` });
  }
  return [
    ...faults,
    ...repeated(
      notices.map(({ label }) => label),
      (index) => `notices.${String(index)}.label`,
      'label',
    ),
  ];
}

/**
 * Texts in an unlisted language would never be shown; a missing listed language would mix languages
 * on one page.
 */
function checkLanguages(advisory: Advisory): Fault[] {
  const known = new Set(advisory.languages);
  const faults: Fault[] = known.has('en') ? [] : [{ path: 'languages', message: 'must list en' }];
  for (const { path, value } of eachObject(advisory)) {
    if (typeof value['en'] !== 'string') continue;
    for (const language of Object.keys(value)) {
      if (!known.has(language))
        faults.push({
          path: `${path}.${language}`,
          message: 'is a language that "languages" does not list',
        });
    }
    for (const language of known) {
      if (!Object.hasOwn(value, language))
        faults.push({ path, message: `lacks its text in "${language}", which "languages" lists` });
    }
  }
  return faults;
}

/**
 * Code snippets must appear in the step's text, equally often in each language; every step belongs
 * to at least one guide.
 */
function checkSteps({
  removal: { before, systems, after, replacement, verify },
}: Advisory): Fault[] {
  const all = systems.map(({ id }) => id);
  const inGroups = (path: string, groups: typeof before, shownIn = all) =>
    groups.map(({ steps }, index) => ({ path: `${path}.${String(index)}.steps`, steps, shownIn }));
  const lists = [
    ...inGroups('removal.before', before),
    ...systems.flatMap(({ id, groups }, index) =>
      inGroups(`removal.systems.${String(index)}.groups`, groups, [id]),
    ),
    ...inGroups('removal.after', after),
    { path: 'removal.replacement.steps', steps: replacement.steps, shownIn: all },
    { path: 'removal.verify', steps: verify, shownIn: all },
  ];
  return lists.flatMap(({ path, steps, shownIn }) =>
    steps.flatMap(({ text, code, systems: own }, index) => {
      const place = `${path}.${String(index)}`;
      const faults: Fault[] = code.flatMap((one, at) =>
        Object.values(text).some((words) => words.includes(one))
          ? []
          : [{ path: `${place}.code.${String(at)}`, message: 'stands in the text of no language' }],
      );
      const found = (words: string) => code.filter((one) => words.includes(one)).length;
      for (const [language, words] of Object.entries(text)) {
        if (found(words) !== found(text.en))
          faults.push({
            path: `${place}.text.${language}`,
            message: 'has not as much of its "code" in it as the English has',
          });
      }
      if (own && !own.some((id) => shownIn.includes(id)))
        faults.push({
          path: `${place}.systems`,
          message: 'leaves the step out of every guide that could show it',
        });
      return faults;
    }),
  );
}

function checkDetection({ detection }: Advisory): Fault[] {
  const { skipped } = compileRules(detection);
  return [
    ...skipped,
    ...repeated(
      detection.watchedHosts,
      (index) => `detection.watchedHosts.${String(index)}`,
      'host',
    ),
  ];
}

/** All faults of a document that already fits the schema; empty if it may be published. */
export function checkAdvisory(advisory: Advisory): Fault[] {
  return [
    ...checkSources(advisory),
    ...checkReadings(advisory),
    ...checkIds(advisory),
    ...checkDates(advisory),
    ...checkReferences(advisory),
    ...checkApplicability(advisory),
    ...checkLanguages(advisory),
    ...checkSteps(advisory),
    ...checkDetection(advisory),
    ...readTraces(advisory.traces).skipped,
  ];
}
