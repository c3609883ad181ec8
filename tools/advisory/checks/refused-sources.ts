// Kinds of sources that are never shown to people, recognized by their address.
import { knownOwners, refusedHosts, refusedNames } from './refused-hosts.ts';

interface Address {
  readonly host: string;
  /** Without "www.". */
  readonly name: string;
  /** In lower case. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly href: string;
}

interface RefusedKind {
  readonly kind: string;
  /** For the person whose source is refused: what is wrong with it, and what to cite. */
  readonly why: string;
  /** Beside the hosts that are listed for the kind. */
  readonly matches?: (address: Address) => boolean;
}

/** Newspapers file their articles under "topics", too; those end in .html. */
const isForumTopic = (path: string) => /\/topic\/|\/topics\/(?!.*\.html?$)/.test(path);

/** Sites where a "topic" is a page of a manual. */
const isManual = (host: string) => /^(?:docs|help|learn|raw|support)\./.test(host);

const subject = '(?:anti-?virus|vpn|password|malware|software)s?';
const rating = '(?:best|top|cheap|compare|coupon|deal|rank|review|score|scorecard|united)[a-z]*';
const ratingName = new RegExp(`${rating}[a-z0-9-]*${subject}|${subject}[a-z0-9-]*${rating}`);

/** The owner of a repository, in lower case; null for what isn't in one. */
function repositoryOwner({ host, path }: Address): string | null {
  if (!/^(?:github\.com|raw\.githubusercontent\.com|gitlab\.com|codeberg\.org)$/.test(host))
    return null;
  return path.split('/')[1] ?? null;
}

/** The first that matches counts. */
export const refusedKinds: readonly RefusedKind[] = [
  {
    kind: 'page inside another',
    why: 'A proxy or a feed reader repeats the page. Cite the address inside.',
    matches: ({ host, href }) =>
      !/(?:^|\.)archive\.org$/.test(host) && /.\/?https?(?::|%3a|\/www\.)/i.test(href.slice(8)),
  },
  {
    kind: 'paste or gist',
    why: 'Nobody stands behind it. Cite whoever wrote the text in it.',
  },
  {
    kind: 'forum post',
    why: 'People guess there. Cite the maker, or a project’s own tracker.',
    matches: ({ host, path }) =>
      /^forums?\./.test(host) ||
      /\/(?:forums?|threads?|user-post-list)\//.test(path) ||
      (isForumTopic(path) && !isManual(host)) ||
      /showthread|viewtopic/.test(path) ||
      // Help desk articles may be in a "community" too, under /kb/.
      (/^community\./.test(host) && !path.includes('/kb/')),
  },
  {
    kind: 'tag page',
    why: 'It shows something else tomorrow. Cite the article.',
    matches: ({ path }) => /\/(?:tags?|category|categories|author)\//.test(path),
  },
  {
    kind: 'search address',
    why: 'It shows something else tomorrow. Cite the result.',
    matches: ({ path, query }) =>
      /\/search(?:\/|$)/.test(path) ||
      ['q', 'query', 's', 'search', 'search_id'].some((name) => query.has(name)),
  },
  {
    kind: 'document-sharing site',
    why: 'Anyone uploads anything there. Cite whoever published the document.',
    matches: ({ name, path }) =>
      /(?:^|\.)(?:scribd|(?:[fv]|techno)?(?:documents?|docbox)|pdf(?:slide|drive)|kipdf)\./.test(
        name,
      ) || /^\/(?:document|doc|arquivo)\/\d{5,}/.test(path),
  },
  {
    kind: 'manual mirror',
    why: 'It copies manuals to show ads. Cite the maker’s manual.',
    matches: ({ name }) => /^manu(?:als?|zoid|alzz)[a-z]*\./.test(name),
  },
  {
    kind: 'study notes',
    why: 'Students upload them. Cite the course or the manual they were made from.',
    matches: ({ name, path }) =>
      /quiz|flashcard|homework|stu(?:docu|dylib)|coursehero/.test(name) ||
      /\/study-(?:guide|notes)/.test(path),
  },
  {
    kind: 'shop',
    why: 'It sells what it writes about. Cite the maker.',
    matches: ({ host, path }) =>
      /^(?:shop|store)\./.test(host) || /\/(?:cart|basket|checkout)(?:\/|$)/.test(path),
  },
  {
    kind: 'seller or ranking site',
    why: 'It lives on what it recommends. Cite the maker, a test lab, or the press.',
    matches: ({ name }) => ratingName.test(name),
  },
  {
    kind: 'mirror of repositories',
    why: 'It may be old or changed. Cite the repository itself.',
  },
  {
    kind: 'private repository',
    why: 'Nobody knows who put the file there. Cite the maker or a project of the field; add an owner to `knownOwners` only after looking who it is.',
    matches: (address) => {
      const owner = repositoryOwner(address);
      return owner !== null && !knownOwners.has(owner);
    },
  },
  {
    kind: 'second-hand page',
    why: 'It repeats what others said, outside its own subject. Cite those others.',
  },
  {
    kind: 'content farm',
    why: 'It rewrites what others found out. Cite those others.',
  },
];

const hostsOf = new Map<string, readonly string[]>(Object.entries(refusedHosts));

function refusedAddress(address: string): RefusedKind | null {
  const { hostname, pathname, searchParams, href } = new URL(address);
  const parts: Address = {
    host: hostname,
    name: hostname.replace(/^www\./, ''),
    path: pathname.toLowerCase(),
    query: searchParams,
    href,
  };
  const isListed = (kind: string) =>
    hostsOf.get(kind)?.some((one) => hostname === one || hostname.endsWith(`.${one}`)) ?? false;
  return refusedKinds.find(({ kind, matches }) => isListed(kind) || matches?.(parts)) ?? null;
}

/**
 * Why an address is refused as a source, or null. A copy may be named instead of linked
 * (`example.org, article of May`): then the sites in the name count, and the names of forums.
 */
export function refusedKind(address: string): Pick<RefusedKind, 'kind' | 'why'> | null {
  if (URL.canParse(address)) return refusedAddress(address);
  for (const [site] of address.matchAll(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi)) {
    const refused = URL.canParse(`https://${site}/`) ? refusedAddress(`https://${site}/`) : null;
    if (refused) return refused;
  }
  const named = Object.entries(refusedNames).find(([, name]) => name.test(address))?.[0];
  return refusedKinds.find(({ kind }) => kind === named) ?? null;
}
