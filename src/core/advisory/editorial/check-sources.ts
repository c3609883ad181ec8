import type { Fault } from '../../base/result.ts';
import type { Advisory } from '../schema.ts';
import { repeated } from './repeated.ts';
import { eachObject } from './walk.ts';

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Every reference leads to a source, and every source is referenced. */
export function checkSources(advisory: Advisory): Fault[] {
  const { sources, ...statements } = advisory;
  const known = new Set(sources.map(({ id }) => id));
  const used = new Set<string>();
  const faults: Fault[] = [];
  for (const { path, value } of eachObject(statements)) {
    for (const key of ['sources', 'noteSources']) {
      strings(value[key]).forEach((id, index) => {
        used.add(id);
        if (!known.has(id))
          faults.push({
            path: `${path}.${key}.${String(index)}`,
            message: `refers to "${id}", which is not among the sources`,
          });
      });
    }
  }
  sources.forEach(({ id }, index) => {
    if (!used.has(id))
      faults.push({
        path: `sources.${String(index)}`,
        message: `"${id}" is referred to by nothing`,
      });
  });
  return [
    ...faults,
    ...repeated(
      sources.map(({ id }) => id),
      (index) => `sources.${String(index)}.id`,
      'id',
    ),
    ...repeated(
      sources.map(({ url, reference = '' }) => `${url} ${reference}`.trim()),
      (index) => `sources.${String(index)}.url`,
      'address',
    ),
  ];
}
