// What a page says of itself, as the content script found it: raw texts, since parsing them is no
// work for other people's pages.
import * as v from 'valibot';

const shortText = v.pipe(v.string(), v.maxLength(500));

/** Values longer than the content script's own limits are rejected. */
export const PageFactsSchema = v.object({
  /** JSON-LD scripts, unparsed. */
  structured: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60_000))), v.maxLength(8)),
  /** schema.org microdata. */
  items: v.pipe(
    v.array(
      v.object({
        type: shortText,
        name: shortText,
        makers: v.pipe(v.array(shortText), v.maxLength(4)),
      }),
    ),
    v.maxLength(4),
  ),
  openGraph: v.object({ type: shortText, title: shortText, brand: shortText }),
  canonical: v.pipe(v.string(), v.maxLength(2000)),
  headings: v.pipe(v.array(shortText), v.maxLength(2)),
  /** Where links that look like downloads lead. */
  links: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(60)),
});

export type PageFacts = v.InferOutput<typeof PageFactsSchema>;
