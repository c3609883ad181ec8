// Firefox for Android: nothing that it lacks is used where nothing looks whether it is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../../tools/build/budgets.ts';
import { manifestFor } from '../../../tools/build/manifest.ts';
import android from '../../cases/firefox-android.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../../', import.meta.url));
const areas = ['local', 'session', 'managed', 'sync'];
const lacks = new Set(
  android.lacks.flatMap((path) => {
    const [, member] = /^storage\.StorageArea\.(.+)$/.exec(path) ?? [];
    return member === undefined ? path : areas.map((area) => `storage.${area}.${member}`);
  }),
);

const absent = (path: readonly string[]): string | undefined =>
  path.map((_, index) => path.slice(0, index + 1).join('.')).find((prefix) => lacks.has(prefix));

/** `as`, `!` and parentheses say nothing about what is there. */
const isWrapping = (node: ts.Node) =>
  ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node);
const bare = (node: ts.Node): ts.Node => (isWrapping(node) ? bare(node.expression) : node);
const wrapped = (node: ts.Node): ts.Node => (isWrapping(node.parent) ? wrapped(node.parent) : node);

interface Use {
  readonly api: string;
  readonly isAtTop: boolean;
  readonly isGuarded: boolean;
}

/** Uses of APIs that Android lacks, with whether something asks for the API first. */
function uses(text: string): Use[] {
  const file = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  /** The API behind each local name: `const { tabs } = browser`, `const api = browser.tabs`. */
  const known = new Map<string, readonly string[]>([['browser', []]]);
  const pathOf = (whole: ts.Node): readonly string[] | undefined => {
    const node = bare(whole);
    if (ts.isIdentifier(node)) return known.get(node.text);
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    const owner = pathOf(node.expression);
    return owner && [...owner, node.name.text];
  };
  const asked = new Set<string>();
  const found: { readonly api: string; readonly node: ts.Node; readonly isOptional: boolean }[] =
    [];

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const path = pathOf(node.initializer);
      if (path && ts.isIdentifier(node.name)) known.set(node.name.text, path);
      if (path && ts.isObjectBindingPattern(node.name))
        for (const { name, propertyName } of node.name.elements)
          if (ts.isIdentifier(name)) {
            const member =
              propertyName && ts.isIdentifier(propertyName) ? propertyName.text : name.text;
            known.set(name.text, [...path, member]);
          }
    }
    const isAsking =
      ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword;
    if (isAsking && ts.isStringLiteral(node.left)) asked.add(node.left.text);
    if (ts.isTypeOfExpression(node)) {
      const inside = bare(node.expression);
      if (ts.isPropertyAccessExpression(inside)) asked.add(inside.name.text);
    }
    const isName = ts.isIdentifier(node) && node.text !== 'browser' && known.has(node.text);
    const isDeclared =
      node.parent && (ts.isBindingElement(node.parent) || ts.isVariableDeclaration(node.parent));
    if (ts.isPropertyAccessExpression(node) || (isName && !isDeclared)) {
      const path = pathOf(node);
      const { parent } = wrapped(node);
      const isOptional =
        (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent)) &&
        parent.questionDotToken !== undefined;
      const api = path && absent(path);
      if (api !== undefined && api === path?.join('.')) found.push({ api, node, isOptional });
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return found.map(({ api, node, isOptional }) => {
    let at: ts.Node | undefined = node;
    while (at && !ts.isFunctionLike(at)) at = at.parent;
    const isAsked = asked.has(api.split('.').at(-1) ?? '');
    return { api, isAtTop: !at, isGuarded: isOptional || (at !== undefined && isAsked) };
  });
}

const files = filesOf(join(root, 'src')).filter((name) => /\.tsx?$/.test(name));
const all = files.flatMap((name) =>
  uses(readFileSync(join(root, 'src', name), 'utf8')).map((use) => ({ name, ...use })),
);

describe('On Firefox for Android', () => {
  it('an API that it lacks is used only after a look whether it is there', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(all.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
  });

  it('these are all that is missed', () => {
    expect([...new Set(all.map(({ api }) => api))].toSorted()).toEqual([
      'downloads',
      'notifications.onButtonClicked',
      'runtime.connectNative',
      'storage.local.setAccessLevel',
      'storage.managed',
      'windows',
    ]);
  });

  it('the table is about the oldest version that the manifest admits', () => {
    const { gecko_android: admitted } = manifestFor('firefox')['browser_specific_settings'] as {
      gecko_android: { strict_min_version: string };
    };
    expect(admitted.strict_min_version).toBe(`${String(android.oldest)}.0`);
  });

  it('of the permissions in the manifest, downloads alone opens nothing, as the popup says', () => {
    const { permissions, optional_permissions: optional } = manifestFor('firefox') as {
      permissions: string[];
      optional_permissions: string[];
    };
    expect([...permissions, ...optional].filter((name) => lacks.has(name))).toEqual(['downloads']);
  });
});

describe('The look for such uses', () => {
  it.each([
    ['at the top', 'browser.windows.onRemoved.addListener(f);', true, false],
    ['in a function', 'const f = () => browser.windows.getAll();', false, false],
    [
      'by another name',
      'const { windows } = browser; windows.onRemoved.addListener(f);',
      true,
      false,
    ],
    [
      'by a name of its own',
      'const api = browser.downloads; function f() { api.pause(1); }',
      false,
      false,
    ],
    ['a missing function', 'function f() { browser.tabs.move(1, {}); }', false, false],
    [
      'the wrong question',
      "const f = () => 'tabs' in browser && browser.tabs.hide(1);",
      false,
      false,
    ],
    [
      'handed on',
      'const f = () => [browser.storage.local, browser.storage.managed];',
      false,
      false,
    ],
    ['asked for', "const f = () => 'windows' in browser && browser.windows.getAll();", false, true],
    ['asked for at the point', 'const f = () => (browser as Some).windows?.getAll();', false, true],
  ])('finds one %s', (_what, text, isAtTop, isGuarded) => {
    expect(uses(text).at(-1)).toMatchObject({ isAtTop, isGuarded });
  });

  it('leaves alone what is there', () => {
    expect(uses('browser.tabs.onRemoved.addListener(f); browser.storage.local.get(null);')).toEqual(
      [],
    );
  });
});
