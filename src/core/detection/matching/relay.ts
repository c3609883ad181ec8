// Addresses that contain another site's: they show that site through someone else's server.
import type { Text } from '../../i18n/text.ts';
import { parseAddress } from './address.ts';
import { HostIndex } from './host-index.ts';
import type { Relay, Relays } from '../model/relay-schema.ts';

interface Ending {
  readonly relay: Relay;
  readonly host: string;
}

const none: readonly string[] = [];

/** Readings of a host written in one label; a hyphen may be a dot or itself. */
function hostsInLabel(label: string, isDoubled: boolean): readonly string[] {
  if (isDoubled) return [label.replaceAll(/--?/g, (hyphens) => (hyphens === '-' ? '.' : '-'))];
  const dotted = label.replaceAll('-', '.');
  return [dotted, dotted.replace(/\.([^.]+\.[^.]+)$/, '-$1')];
}

/** The host before the first label that has one of the words, which tells of a proxy. */
function hostsBefore(labels: readonly string[], words: readonly string[]): readonly string[] {
  const place = labels.findIndex((label) => words.some((word) => label.includes(word)));
  if (place <= 0) return none;
  const [first = ''] = labels;
  return place > 1 ? [labels.slice(0, place).join('.')] : hostsInLabel(first, false);
}

const inPath = /\/(?:https?(?::\/{1,2}|\/)|amp\/(?:s\/)?)([^/].*)$/i;

/** The addresses that may stand behind one, without their scheme. */
function readings({ form, words }: Relay, before: string, url: URL): readonly string[] {
  const { pathname, search, searchParams } = url;
  const labels = before.split('.');
  const [first = ''] = labels;
  const withRest = (hosts: readonly string[]) => hosts.map((host) => host + pathname + search);
  switch (form) {
    case 'host':
      return withRest([before]);
    case 'hyphens':
      return withRest(hostsInLabel(first, true));
    case 'plain-hyphens':
      return withRest(hostsInLabel(first, false));
    case 'before-word':
      return withRest(hostsBefore(labels, words));
    case 'path': {
      const [, site] = inPath.exec(pathname) ?? [];
      return site === undefined ? none : [site + search];
    }
    case 'query':
      return words.flatMap((name) => searchParams.get(name)?.replace(/^https?:\/\//i, '') ?? []);
    default:
      return none;
  }
}

/** Whether it begins with a host of at least two labels. */
const isSite = (text: string): boolean => /^[^./?#]+(?:\.[^./?#]+)+(?:[:/?#]|$)/.test(text);

/** Knows the advisory's relays by their hosts. */
export class RelayFinder {
  /** Added to a verdict where the page is seen through one. */
  readonly reason: Text | undefined;
  readonly #endings = new HostIndex<Ending>();

  constructor(relays: Relays | undefined) {
    this.reason = relays?.reason;
    for (const relay of relays?.sites ?? [])
      for (const host of relay.hosts) this.#endings.add(`*.${host}`, { relay, host });
  }

  /** The addresses that one on this host may stand for, likeliest first; empty where it is none. */
  behind(host: string, address: string): readonly string[] {
    const found = this.#endings.find(host);
    if (found.length === 0 || !URL.canParse(address)) return none;
    const url = new URL(address);
    return found
      .flatMap(({ entry }) => readings(entry.relay, host.slice(0, -entry.host.length - 1), url))
      .filter(isSite)
      .map((site) => `https://${site}`)
      .filter((site) => parseAddress(site) !== null);
  }
}
