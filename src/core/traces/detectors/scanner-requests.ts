// D2: requests of pages for the software's own resources that are answered. One site may hold a stale copy; two unrelated ones don't.
import * as v from 'valibot';
import { GuidPathSchema } from './page-injection.ts';
import { addressInside, siteOfHost } from './page-address.ts';
import {
  fitsBrowser,
  isHostIn,
  PrefixesSchema,
  traceEntries,
  TraceHostSchema,
  type Family,
  type Judgement,
} from './trace.ts';

export const ScannerRequestsSchema = v.strictObject({
  ...traceEntries,
  detector: v.literal('scanner-requests'),
  hosts: v.pipe(v.array(TraceHostSchema), v.minLength(1)),
  /** The same resources on the page's own host. */
  ownPaths: v.array(GuidPathSchema),
  addressParameter: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  prefixes: PrefixesSchema,
});

type Trace = v.InferOutput<typeof ScannerRequestsSchema>;

/** A request of a page that was answered, as the browser tells of it. */
export interface AnsweredRequest {
  readonly url: string;
  readonly kind: 'script' | 'style';
  readonly status: number;
  readonly contentType: string;
  readonly isFromCache: boolean;
  /** Origin of the page that asked. */
  readonly initiator: string;
}

const types: Readonly<Record<AnsweredRequest['kind'], RegExp>> = {
  script: /(java|ecma)script/i,
  style: /^text\/css\b/i,
};

/** Match patterns of what is worth hearing of. */
export function requestPatterns({ hosts, ownPaths }: Pick<Trace, 'hosts' | 'ownPaths'>): string[] {
  return [...hosts.map((host) => `*://${host}/*`), ...ownPaths.map((path) => `*://*${path}*`)];
}

function judge(trace: Trace, request: AnsweredRequest, family: Family): Judgement['kind'] | null {
  if (!URL.canParse(request.url) || !URL.canParse(request.initiator)) return null;
  const [url, page] = [new URL(request.url), new URL(request.initiator)];
  const isTheirs = isHostIn(trace.hosts, url.hostname);
  const isOwn = url.origin === page.origin && trace.ownPaths.includes(url.pathname);
  // The vendor's own pages ask their own hosts for much.
  if ((!isTheirs && !isOwn) || isHostIn(trace.hosts, page.hostname)) return null;
  // A server that answers every address with its start page answers these too.
  const isAnswered =
    request.status >= 200 && request.status < 300 && types[request.kind].test(request.contentType);
  if (!isAnswered || request.isFromCache) return null;
  if (isTheirs && !fitsBrowser(trace.prefixes, url.hostname, family)) return 'stale';
  const inside = request.kind === 'style' ? addressInside(url, trace.addressParameter) : null;
  if (!inside) return 'unproved';
  if (inside.origin !== page.origin) return 'stale';
  return isTheirs ? 'live' : 'likely';
}

export function judgeRequest(trace: Trace, request: AnsweredRequest, family: Family): Judgement[] {
  const kind = judge(trace, request, family);
  return kind
    ? [{ trace: trace.id, kind, site: siteOfHost(new URL(request.initiator).hostname) }]
    : [];
}
