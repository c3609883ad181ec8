import { addMessage } from './message.ts';
import { camelCase, pascalCase, type Project } from './project.ts';

/** A page of the extension: its view, request, component, strings and scenes. */
export function addPage(project: Project, name: string): readonly string[] {
  const view = `${pascalCase(name)}View`;
  const page = `${pascalCase(name)}Page`;
  const title = `${camelCase(name)}Title`;
  project.insertBefore(
    'src/pages/pages.ts',
    '} as const satisfies Readonly<Record<string, Page>>;',
    `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: {
    name: '${name}',
    styles: ['../shared/frame/page.css', './${name}.css'],
    component: '${page}',
  },
`,
  );
  project.create(
    `src/core/view/${name}.ts`,
    `// What the page ${name} draws.
import { textDirection } from '../i18n/bidi.ts';

export interface ${view} {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export function build${view}({ language }: { readonly language: string }): ${view} {
  return { language, direction: textDirection(language) };
}
`,
  );
  project.create(
    `src/background/screens/${name}.ts`,
    `import { build${view}, type ${view} } from '../../core/view/${name}.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { currentLocale } from '../policy/locale.ts';
import { effectiveSettings } from '../policy/settings.ts';

export async function get${view}(): Promise<${view}> {
  const [{ advisory }, settings] = await Promise.all([currentAdvisory(), effectiveSettings()]);
  return build${view}(await currentLocale(settings, advisory));
}
`,
  );
  addMessage(project, {
    name: `${name}-view`,
    reply: { type: view, file: `view/${name}.ts` },
    handler: `get${view}`,
    file: `src/background/screens/${name}.ts`,
  });
  project.create(
    `src/pages/${name}/${name}-page.tsx`,
    `import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { ${view} } from '../../core/view/${name}.ts';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { LivePage } from '../shared/frame/live-page.tsx';

export function ${page}({ connection }: { readonly connection: ExtensionClient }): VNode {
  const load = useCallback(() => connection.request('${name}-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view) => <${pascalCase(name)} view={view} />}
    </LivePage>
  );
}

function ${pascalCase(name)}(_: { readonly view: ${view} }): VNode {
  const { t } = usePage();
  return <h1>{t('${title}')}</h1>;
}
`,
  );
  project.create(`src/pages/${name}/${name}.css`, `/* The page ${name}. */\n`);
  project.addMessages({
    [title]: { message: `The page ${name}`, description: `Heading of the page ${name}.` },
  });
  addScenes(project, name);
  return [
    `src/core/view/${name}.ts: what the page shows, as data`,
    `src/pages/${name}: how it looks; src/background/screens/${name}.ts: where its data comes from`,
    `_locales: ${title} in every language`,
    `test/gallery/${name}/scenes.ts: a scene for each state`,
    `a link to it: pagePath('${name}')`,
  ];
}

function addScenes(project: Project, name: string): void {
  const view = `${pascalCase(name)}View`;
  const page = `${pascalCase(name)}Page`;
  project.create(
    `test/gallery/${name}/scenes.ts`,
    `// Scenes of the page ${name}.
import type { Scene } from '../page/scene.ts';

export const scenes: Readonly<Record<string, Scene>> = { plain: {} };
`,
  );
  project.create(
    `test/gallery/${name}/main.tsx`,
    `import { render } from 'preact';
import { build${view} } from '../../../src/core/view/${name}.ts';
import { ${page} } from '../../../src/pages/${name}/${name}-page.tsx';
import { sampleConnection } from '../page/connection.ts';
import { language } from '../page/locale.ts';
import { chosenScene, present } from '../page/present.ts';
import { scenes } from './scenes.ts';

const connection = sampleConnection({ '${name}-view': () => build${view}({ language }) });

present(
  chosenScene(scenes),
  (root) => render(<${page} connection={connection} />, root),
  'h1',
);
`,
  );
  const screens = 'test/gallery/harness/screens.ts';
  const alias = camelCase(name);
  project.insertBefore(
    screens,
    'import { scenes as welcome }',
    `import { scenes as ${alias} } from '../${name}/scenes.ts';\n`,
  );
  project.insertBefore(
    screens,
    "  {\n    name: 'notice',",
    `  {
    name: '${name}',
    page: pagePath('${name}'),
    main: 'test/gallery/${name}/main.tsx',
    scenes: ${alias},
    ...fullPage,
  },
`,
  );
}
