import type { VNode } from 'preact';

/**
 * Allows a line break after these characters in an address, rule or key, but not in or after
 * `https://`, and not before a short end.
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
