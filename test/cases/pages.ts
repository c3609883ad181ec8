// Pages of our own making, modelled on real product and article pages: their data in every form that pages have it.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { labels } from '../../src/core/detection/model/labels.ts';

const PageCaseSchema = v.object({
  file: v.string(),
  url: v.pipe(v.string(), v.url()),
  kind: v.string(),
  labels: v.pipe(v.array(v.picklist(labels)), v.minLength(1)),
  source: v.pipe(v.string(), v.nonEmpty()),
});
export type PageCase = v.InferOutput<typeof PageCaseSchema>;

const folder = new URL('./pages/', import.meta.url);

export const pageCases = (): PageCase[] =>
  v.parse(
    v.array(PageCaseSchema),
    JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')),
  );

export const pageText = ({ file }: PageCase): string => readFileSync(new URL(file, folder), 'utf8');
