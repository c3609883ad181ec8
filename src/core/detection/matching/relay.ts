// Addresses that contain another site's: they show that site through someone else's server.
import type { Text } from '../../i18n/text.ts';
import { parseAddress } from './address.ts';
import { HostIndex, type Fitting } from './host-index.ts';
import type { Relay, Relays } from '../model/relay-schema.ts';

/** An end of hosts, and what stands before it. */
export class RelayEnding {
  constructor(
    readonly relay: Relay,
    readonly host: string,
  ) {}
}

const isWorded = ({ form }: Relay): boolean => form === 'before-word';
const topOf = (host: string): string => host.slice(host.lastIndexOf('.') + 1);

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
  const { pathname, search } = url;
  const labels = before.split('.');
  const [first = ''] = labels;
  const withRest = (hosts: readonly string[]) => hosts.map((host) => host + pathname + search);
  switch (form) {
    case 'host':
      // Some add a label for the place of their own server: `www.example.com.us3.relay.net`.
      return withRest([before, before.replace(/\.[a-z]{2,6}\d{0,2}$/, '')]);
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
      return words.flatMap(
        (name) => url.searchParams.get(name)?.replace(/^https?:\/\//i, '') ?? [],
      );
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
  /** Proxies that only a word before an ending tells of, which too many other hosts share. */
  readonly #worded = new HostIndex<RelayEnding>();
  readonly #words: readonly string[];
  readonly #tops: readonly string[];

  /** The others are added to `hosts`, so that a host is looked up once for rules and relays. */
  constructor(relays: Relays | undefined, hosts: Pick<HostIndex<RelayEnding>, 'add'>) {
    this.reason = relays?.reason;
    const sites = relays?.sites ?? [];
    for (const relay of sites)
      for (const host of relay.hosts)
        (isWorded(relay) ? this.#worded : hosts).add(`*.${host}`, new RelayEnding(relay, host));
    const worded = sites.filter(isWorded);
    this.#words = [...new Set(worded.flatMap(({ words }) => words))];
    this.#tops = [...new Set(worded.flatMap((relay) => relay.hosts.map(topOf)))];
  }

  /** Whether a host that no pattern fits may still be a relay. */
  mayBeWorded(host: string): boolean {
    for (const top of this.#tops)
      if (host.endsWith(top)) return this.#words.some((word) => host.includes(word));
    return false;
  }

  /** The last labels of hosts for which that is worth asking. */
  get wordedTops(): readonly string[] {
    return this.#tops;
  }

  /**
   * The addresses that one on this host may stand for, likeliest first; empty where it is none.
   * `fitting` is what the hosts' index has of it.
   */
  behind(host: string, address: string, fitting: readonly Fitting<unknown>[]): readonly string[] {
    let endings: RelayEnding[] | null = null;
    for (const { entry } of fitting) if (entry instanceof RelayEnding) (endings ??= []).push(entry);
    if (this.mayBeWorded(host))
      for (const { entry } of this.#worded.find(host)) (endings ??= []).push(entry);
    if (!endings || !URL.canParse(address)) return none;
    const url = new URL(address);
    return endings
      .flatMap((one) => readings(one.relay, host.slice(0, -one.host.length - 1), url))
      .filter(isSite)
      .map((site) => `https://${site}`)
      .filter((site) => parseAddress(site) !== null);
  }
}
