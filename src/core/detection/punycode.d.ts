/** The package's own module; its plain name would be Node's built-in one. */
declare module 'punycode/punycode.es6.js' {
  const punycode: {
    /** Throws a RangeError for what is no punycode. */
    decode(text: string): string;
    encode(text: string): string;
  };
  export default punycode;
}
