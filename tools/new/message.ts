import { camelCase, pascalCase, type Project } from './project.ts';

interface Message {
  readonly name: string;
  /** Type of the reply, with the file of `src/core` that exports it. */
  readonly reply?: { readonly type: string; readonly file: string };
  readonly handler?: string;
  readonly file?: string;
}

const registry = 'src/background/runtime/later-handlers.ts';

/** A request from one of our pages, with its schema, reply and handler. */
export function addMessage(
  project: Project,
  { name, reply, handler = camelCase(name), file = `src/background/screens/${name}.ts` }: Message,
): readonly string[] {
  const path = 'src/messages.ts';
  const property = /^[a-z]+$/.test(name) ? name : `'${name}'`;
  project.insertBefore(
    path,
    '} as const;\n\nexport type RequestName',
    `  ${property}: { from: ['page'], schema: v.object({}) },\n`,
  );
  project.insertBefore(
    path,
    "}\n\n/** The worker's answer",
    `  ${property}: ${reply?.type ?? 'null'};\n`,
  );
  if (reply)
    project.insertBefore(
      path,
      '\nexport type { NoticeView',
      `import type { ${reply.type} } from './core/${reply.file}';\n`,
    );
  project.insertBefore(
    registry,
    '  classify: ',
    `  ${property}: later(async () => (await import('${file.replace('src/background/', '../')}')).${handler}),\n`,
  );
  if (!reply)
    project.create(
      file,
      `import type { RequestOf } from '../../messages.ts';

export function ${handler}(_: RequestOf<'${name}'>): Promise<null> {
  return Promise.reject(new Error('${pascalCase(name)} is not written yet.'));
}
`,
    );
  return [
    `src/messages.ts: what '${name}' carries, its permitted senders and its reply`,
    `${file}: what it does`,
  ];
}
