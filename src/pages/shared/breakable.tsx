import type { VNode } from 'preact';

/**
 * After these signs, but not within `https://` or behind it, an address, a rule or a key may go on in the next line; else it would break in
 * the middle of a word. A short end stays.
 */
const pieces = /(?<=[/.,:;?&=@])(?<!:\/\/)(?![/.,:;?&=@]|\s|.{0,4}$)/;

export function Breakable({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text
        .split(pieces)
        .flatMap((piece, place) => (place === 0 ? [piece] : [<wbr key={place} />, piece]))}
    </>
  );
}
