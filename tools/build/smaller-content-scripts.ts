// The bundler writes a bundle's constants as `var`, whose values no minifier puts in their places.
// Inside one function they may as well be `let`, and those used once disappear: some dozens of bytes
// of the little that a page may get. Only scripts in one function are touched.
import { minifySync, parseSync, type Plugin } from 'vite';

/** Start of each `var` that stands directly in the function around the whole script. */
function outerVars(code: string): number[] {
  const [statement] = parseSync('script.js', code).program.body;
  if (statement?.type !== 'ExpressionStatement') return [];
  let { expression } = statement;
  while (expression.type === 'ParenthesizedExpression') ({ expression } = expression);
  if (expression.type !== 'CallExpression') return [];
  let { callee } = expression;
  while (callee.type === 'ParenthesizedExpression') ({ expression: callee } = callee);
  if (callee.type !== 'FunctionExpression') return [];
  return (callee.body?.body ?? []).flatMap((one) =>
    one.type === 'VariableDeclaration' && one.kind === 'var' ? [one.start] : [],
  );
}

/** The same script, minified once more. */
export function smaller(code: string, target: string): string {
  let text = code;
  for (const start of outerVars(code))
    text = `${text.slice(0, start)}let${text.slice(start + 'var'.length)}`;
  return minifySync('script.js', text, { compress: { target }, mangle: { toplevel: true } }).code;
}

export function smallerContentScripts(target: string): Plugin {
  return {
    name: 'smaller-content-scripts',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.meta.watchMode) return;
        for (const asset of Object.values(bundle))
          if (asset.type === 'asset' && asset.fileName.endsWith('.iife.js'))
            asset.source = smaller(String(asset.source), target);
      },
    },
  };
}
