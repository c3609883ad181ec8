// A host as people read it. Its own module, so that only what shows hosts carries the decoder.
import { decode } from 'punycode/punycode.es6.js';

/** `xn--mnchen-3ya.example` as `münchen.example`; what can't be decoded stays as it is. */
export function readableHost(host: string): string {
  return host.split('.').map(readableLabel).join('.');
}

function readableLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    return decode(label.slice('xn--'.length));
  } catch {
    return label;
  }
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
];

/** Whether a label is of letters of several alphabets that have letters alike. */
const isMixed = (host: string): boolean =>
  host.split('.').some((label) => scripts.filter((script) => script.test(label)).length > 1);

/** Readable, unless letters may deceive: then in the spelling that gives it away, with the readable one after it. */
export function shownHost(host: string, isSuspect: boolean): string {
  const readable = readableHost(host);
  return readable !== host && (isSuspect || isMixed(readable)) ? `${host} (${readable})` : readable;
}
