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
