// An administrator's place of work: the project's files in an empty folder, the release made from them
// with the printed commands, the folder that a real web server serves, and the policy folder of a
// computer, all below one folder that goes when the test ends.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import type { Engine } from './browsers/browser.ts';
import { withPrivateEtc } from './browsers/private-etc.ts';
import { adminEnvironment, printed, runPrinted } from './printed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where each browser reads policies, and the name under which docs/admin/linux.md puts our file. */
const policyFiles: Readonly<Record<Engine, readonly [folder: string, name: string]>> = {
  chromium: ['/etc/chromium/policies/managed', 'kaspersky-ban-advisory.json'],
  firefox: ['/etc/firefox/policies', 'policies.json'],
};

export interface Office {
  /** Everything that a server for one address serves; the release is below `kba`. */
  readonly served: (host: string) => string;
  /** The policy folder of the computer with this browser. */
  readonly policies: (engine: Engine) => string;
  /** Runs commands in the project's folder; throws with their output where they fail. */
  run(commands: string): string;
  /** Copies the release to where the server reads it: packages first, what points to them last. */
  publish(host: string): void;
  /** Puts the release's policy file on the computer, with the printed command. */
  installPolicy(engine: Engine): void;
  /** Edits the deployed policy file as with an editor. */
  editPolicy(engine: Engine, edit: (text: string) => string): void;
  deletePolicy(engine: Engine): void;
  close(): void;
}

/** Mozilla signs an XPI by adding files; these prove nothing, but change its hash as its own do. */
function signed(xpi: string): void {
  const files = unzipSync(readFileSync(xpi));
  const mark = 'META-INF/mozilla.rsa';
  if (!(mark in files)) writeFileSync(xpi, zipSync({ ...files, [mark]: new Uint8Array(99) }));
}

export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'advisory-office-'));
  // A web server reads it as another user.
  chmodSync(folder, 0o755);
  const project = join(folder, 'kaspersky-ban-advisory');
  const policies = (engine: Engine) => join(folder, 'policies', engine);
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  for (const name of listed.split('\0').filter((file) => file !== '')) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    cpSync(join(root, name), join(project, name));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  const served = (host: string) => join(folder, 'srv', host);

  function run(commands: string): string {
    const { status, stdout, stderr } = runPrinted(commands, project);
    if (status !== 0)
      throw new Error(`${commands}\nended with ${String(status)}:\n${stdout}${stderr}`);
    return stdout;
  }

  return {
    served,
    policies,
    run,
    publish(host) {
      const release = join(project, 'out', 'release');
      const place = join(served(host), 'kba');
      signed(join(release, 'kaspersky-ban-advisory.xpi'));
      const signing = runPrinted(printed('README', 'sh', 'updates.json'), release);
      if (signing.status !== 0) throw new Error(`${signing.stdout}${signing.stderr}`);
      mkdirSync(place, { recursive: true });
      cpSync(release, place, { recursive: true });
    },
    installPolicy(engine) {
      const [target, name] = policyFiles[engine];
      const line = printed('linux', 'sh', '/etc/opt/edge')
        .split('\n')
        .find((one) => one.endsWith(`${target}/${name}`));
      if (line === undefined) throw new Error(`docs/admin/linux.md installs nothing for ${engine}`);
      mkdirSync(policies(engine), { recursive: true });
      const [program, args] = withPrivateEtc(target, policies(engine), ['sh', '-e', '-c', line]);
      const options = { cwd: project, encoding: 'utf8', env: adminEnvironment } as const;
      const { status, stderr } = spawnSync(program, args, options);
      if (status !== 0) throw new Error(`${line}\n${stderr}`);
    },
    editPolicy(engine, edit) {
      const path = join(policies(engine), policyFiles[engine][1]);
      writeFileSync(path, edit(readFileSync(path, 'utf8')));
    },
    deletePolicy: (engine) => rmSync(join(policies(engine), policyFiles[engine][1])),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
