// What the gallery's build makes for each language (gallery/harness/texts.ts).
declare module 'virtual:texts/*' {
  const texts: {
    readonly messages: Readonly<Record<string, { readonly message: string }>>;
    /** Parsed by its schema when it was made. */
    readonly advisory: unknown;
  };
  export default texts;
}
