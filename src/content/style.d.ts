// The build inlines a stylesheet as minified text.
declare module '*.css?inline' {
  const style: string;
  export default style;
}
