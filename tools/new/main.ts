// `npm run new -- KIND NAME`: makes the files of a new page, policy key, label, message or language,
// formats and generates what follows from them, and says what is left to a person.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bin, tsx, type Command } from '../run/tools.ts';
import { addLabel } from './label.ts';
import { addLanguage } from './language.ts';
import { addMessage } from './message.ts';
import { addPage } from './page.ts';
import { addPolicyKey } from './policy-key.ts';
import { openProject, type Project } from './project.ts';

const kinds: Readonly<Record<string, (project: Project, name: string) => readonly string[]>> = {
  page: addPage,
  'policy-key': addPolicyKey,
  label: addLabel,
  message: (project, name) => addMessage(project, { name }),
  language: addLanguage,
};

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}

const { positionals } = parseArgs({ allowPositionals: true });
const [kind = '', name = ''] = positionals;
const add = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
if (!add || positionals.length !== 2)
  fail(`npm run new -- KIND NAME, where KIND is one of: ${Object.keys(kinds).join(', ')}.`);
if (kind === 'language' ? !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(name) : !/^[a-z]+(-[a-z]+)*$/.test(name))
  fail(`"${name}" is no name: small letters and hyphens, or the code of a language.`);

const project = openProject(process.cwd());
let left: readonly string[] = [];
try {
  left = add(project, name);
} catch (cause) {
  fail(cause instanceof Error ? cause.message : String(cause));
}
const written = project.save();
const run = ([program, ...parameters]: Command) =>
  execFileSync(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
run(bin('prettier', '--write', '--ignore-unknown', ...written));
run(tsx('tools/generate/main.ts'));
console.log(`Written:\n${written.map((path) => `  ${path}`).join('\n')}`);
console.log(`Left to you:\n${left.map((line) => `  ${line}`).join('\n')}`);
console.log('npm run check and npm run test:unit name whatever is missing.');
