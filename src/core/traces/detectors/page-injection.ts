// D1: tags that the software puts into pages. A stylesheet that carries the page's own address is live; a saved page carries another's.
import * as v from 'valibot';
import { addressInside, isSameDocument, siteOfHost } from './page-address.ts';
import {
  fitsBrowser,
  isHostIn,
  PrefixesSchema,
  traceEntries,
  TraceHostSchema,
  type Family,
  type Judgement,
} from './trace.ts';

/** Paths begin with a GUID: the script in pages tells of no other (content/traces/injected-tags.ts). */
export const GuidPathSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(
    /^\/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\/[\w./-]+$/,
    'must be a path that begins with a GUID',
  ),
);

export const PageInjectionSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('page-injection'),
  scriptPaths: v.array(GuidPathSchema),
  stylePaths: v.pipe(v.array(GuidPathSchema), v.minLength(1)),
  /** Parameter of the stylesheet that holds the page's address. */
  addressParameter: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  /** Where the resources are, besides the page's own host. */
  hosts: v.array(TraceHostSchema),
  prefixes: PrefixesSchema,
});

/** A tag as the script in the page found it. */
export const InjectedTagSchema = v.object({
  kind: v.picklist(['script', 'style']),
  url: v.pipe(v.string(), v.maxLength(20_000)),
  /** Whether its host answered with a stylesheet; null where that can't be told. */
  isAnswered: v.nullable(v.boolean()),
});

export type InjectedTag = v.InferOutput<typeof InjectedTagSchema>;
type Trace = v.InferOutput<typeof PageInjectionSchema>;

/** Match patterns of what such tags ask for, on any host: a page that asks for none has none. */
export function tagPatterns({
  scriptPaths,
  stylePaths,
}: Pick<Trace, 'scriptPaths' | 'stylePaths'>): string[] {
  return [...scriptPaths, ...stylePaths].map((path) => `*://*${path}*`);
}

function judgeTag(
  trace: Trace,
  tag: InjectedTag,
  page: URL,
  family: Family,
): Judgement['kind'] | null {
  if (!URL.canParse(tag.url)) return null;
  const url = new URL(tag.url);
  const isStyle = tag.kind === 'style' && trace.stylePaths.includes(url.pathname);
  const isScript = tag.kind === 'script' && trace.scriptPaths.includes(url.pathname);
  if (!isStyle && !isScript) return null;
  const isOwn = url.origin === page.origin;
  if (
    !isOwn &&
    !(isHostIn(trace.hosts, url.hostname) && fitsBrowser(trace.prefixes, url.hostname, family))
  )
    return 'stale';
  // What a script's parameter holds can't be read: alone it shows neither.
  if (isScript) return null;
  const inside = addressInside(url, trace.addressParameter);
  // A running product always answers for what it put there.
  if (!inside || !isSameDocument(inside, page) || tag.isAnswered === false) return 'stale';
  // A page could write such a tag; it can't answer for another host.
  return isOwn || tag.isAnswered === null ? 'likely' : 'live';
}

const order = ['live', 'likely', 'stale'] as const;

/** What the tags of one page show; `page` is the address under which its document was loaded. */
export function judgeTags(
  trace: Trace,
  tags: readonly InjectedTag[],
  page: string,
  family: Family,
): Judgement[] {
  if (!URL.canParse(page)) return [];
  const address = new URL(page);
  const kinds = tags.map((tag) => judgeTag(trace, tag, address, family));
  const kind = order.find((one) => kinds.includes(one));
  return kind ? [{ trace: trace.id, kind, site: siteOfHost(address.hostname) }] : [];
}
