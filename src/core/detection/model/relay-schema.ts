// The part of the advisory that names relays: hosts that show another site from their own address.
import * as v from 'valibot';
import { TextSchema } from '../../i18n/text.ts';

/** How a relay's address holds that of the site behind it. */
export const relayForms = [
  // The site's host stands before the relay's: `www.example.com.relay.net`.
  'host',
  // In one label, `-` for `.` and `--` for `-`: `www-example-com.relay.net`.
  'hyphens',
  // The same, and a hyphen may stand for itself.
  'plain-hyphens',
  // Before a label that has one of `words`, in either way: `www-example-com.ezproxy.uni.edu`.
  'before-word',
  // In the path, whole: `/web/2020/https://www.example.com/`, `/amp/s/www.example.com/`.
  'path',
  // In a parameter of one of the names in `words`.
  'query',
] as const;
type RelayForm = (typeof relayForms)[number];

const RelaySchema = v.object({
  /** Ends of hosts, from a dot on: `relay.net` is it and every host below it. */
  hosts: v.pipe(v.array(v.string()), v.minLength(1)),
  /** A form that this version doesn't know makes the entry stand for nothing. */
  form: v.string(),
  words: v.optional(v.array(v.string()), []),
  /** For editors: where this was read. */
  note: v.optional(v.string()),
});
export type Relay = v.InferOutput<typeof RelaySchema>;

export const RelaysSchema = v.object({
  /** Added to a verdict where the page is seen through a relay. */
  reason: TextSchema,
  sites: v.array(RelaySchema),
});
export type Relays = v.InferOutput<typeof RelaysSchema>;

export const isRelayForm = (form: string): form is RelayForm =>
  relayForms.some((known) => known === form);
