/** The package's own module; its plain name would be Node's built-in one. Named imports, so that only what is used is bundled. */
declare module 'punycode/punycode.es6.js' {
  /** Throws a RangeError for what is no punycode. */
  export function decode(text: string): string;
  export function encode(text: string): string;
}
