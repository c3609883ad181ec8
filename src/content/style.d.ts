// The build hands a style over as text, minified.
declare module '*.css?inline' {
  const style: string;
  export default style;
}
