// The short names of sources that stand side by side: the site's, and where several are of one
// site, the document's as well.
import type { Source } from '../../../core/advisory/statement-schema.ts';

type Named = Pick<Source, 'title' | 'reference' | 'url'>;

export interface ChipName {
  readonly host: string;
  /** Empty where the host alone tells the source from its neighbors. */
  readonly document: string;
}

const longest = 28;

/**
 * One name for each source, in their order; no two are alike unless site, title and reference are.
 */
export function chipNames(sources: readonly Named[]): readonly ChipName[] {
  return sources.map((source) => {
    const host = shortHost(source);
    const twins = sources.filter((other) => shortHost(other) === host);
    return { host, document: twins.length > 1 ? documentName(source, twins) : '' };
  });
}

function shortHost({ url }: Named): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

/**
 * What tells a document from its twins: a few words of its title, else all of it with the place in
 * it.
 */
function documentName({ title, reference }: Named, twins: readonly Named[]): string {
  const shared = sharedWords(twins.map((twin) => twin.title.split(' ')));
  const short = (text: string) => firstWords(text.split(' ').slice(shared).join(' '));
  const isOwn = twins.filter((twin) => short(twin.title) === short(title)).length === 1;
  return isOwn ? short(title) : [title, reference].filter(Boolean).join(', ');
}

/** With how many words all the titles begin; none where nothing would be left of one. */
function sharedWords(titles: readonly (readonly string[])[]): number {
  const [first = []] = titles;
  const other = first.findIndex((word, index) => titles.some((title) => title[index] !== word));
  return other > 0 && titles.every(({ length }) => length > other) ? other : 0;
}

/** The text before a colon, as far as whole words fit. */
function firstWords(text: string): string {
  const [clause = ''] = text.split(': ', 1);
  if (clause.length <= longest) return clause;
  const end = clause.lastIndexOf(' ', longest);
  return `${clause.slice(0, end > 0 ? end : longest).replace(/[\s;,.–—-]+$/, '')}…`;
}
