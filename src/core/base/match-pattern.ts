// The browsers' match patterns, as far as our manifest uses them: any scheme, a host or all below it, and how the path begins.

/** Whether `url` (an http or https address) is one that a pattern such as `*://*.example.com/*` or `*://www.example.com/download/*` names. */
export function isMatched(pattern: string, url: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)\*$/.exec(pattern) ?? [];
  if (host === '' || !URL.canParse(url)) return false;
  const address = new URL(url);
  const isHost = host.startsWith('*.')
    ? `.${address.hostname}`.endsWith(host.slice(1))
    : address.hostname === host;
  return isHost && `${address.pathname}${address.search}`.startsWith(path);
}
