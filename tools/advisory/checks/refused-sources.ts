// Kinds of sources that are never shown to people, recognized by their address.

const farms = [
  '1library.net',
  '98chat.xyz',
  'bignewsnetwork.com',
  'cybermaterial.com',
  'fmyly.com',
  'hackertakeout.com',
  'himaya.io',
  'hubbry.com',
  'ironbladeonline.com',
  'linkdaddynews.com',
  'lostobject.org',
  'makologics.com',
  'maombi.com',
  'newsbreak.com',
  'newsitn.com',
  'newsme.com.ua',
  'pcdown.org',
  'scantocomputer.com',
  'securityonline.info',
  'techbrunch.co',
  'toolsranks.com',
  'vuink.com',
];
const pastes = [
  'gist.github.com',
  'gist.githubusercontent.com',
  'hastebin.com',
  'paste.ee',
  'pastebin.com',
  'rentry.co',
];
const forums = ['quora.com', 'reddit.com', 'stackexchange.com', 'superuser.com'];
const shops = [
  'aliexpress.com',
  'amazon.com',
  'bestbuy.com',
  'ebay.com',
  'newegg.com',
  'walmart.com',
];

const isAt = (host: string, hosts: readonly string[]) =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

/** Sites where a "topic" is a page of a manual. */
const isManual = (host: string) => /^(?:docs|help|learn|raw|support)\./.test(host);

/**
 * The kind for which an address is refused, or null. Help desk articles may be in a "community"
 * too, under /kb/.
 */
export function refusedKind(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const path = pathname.toLowerCase();
  if (isAt(hostname, pastes)) return 'paste or gist';
  if (
    isAt(hostname, forums) ||
    /^forums?\./.test(hostname) ||
    /\/(?:forums?|threads?|user-post-list)\//.test(path) ||
    (/\/topics?\//.test(path) && !isManual(hostname)) ||
    /showthread|viewtopic/.test(path)
  )
    return 'forum post';
  if (/^community\./.test(hostname) && !path.includes('/kb/')) return 'forum post';
  if (/\/(?:tags?|category|categories|author)\//.test(path)) return 'tag page';
  if (
    /\/search(?:\/|$)/.test(path) ||
    ['q', 'query', 's', 'search', 'search_id'].some((name) => searchParams.has(name))
  )
    return 'search address';
  if (
    isAt(hostname, shops) ||
    /^(?:shop|store)\./.test(hostname) ||
    /\/(?:cart|basket|checkout)(?:\/|$)/.test(path)
  )
    return 'shop';
  return isAt(hostname, farms) ? 'content farm' : null;
}
