// An ordinary web server from Debian, configured with the exact text in docs/admin/self-hosting.md;
// only port, folders and certificate are replaced.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../eventually.ts';
import { testCertificate } from './certificate.ts';
import { releaseHost } from './release-server.ts';

export type ServerProgram = 'nginx' | 'caddy';

export interface WebServer {
  readonly port: number;
  /** PEM certificate of its authority. */
  readonly authority: string;
  close(): Promise<void>;
}

// Debian keeps servers outside a normal user's PATH.
const environment = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };

export function hasProgram(program: ServerProgram): boolean {
  return (
    spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore', env: environment })
      .status === 0
  );
}

/** The configuration as an administrator copies it from the documentation. */
function printedConfiguration(language: string): string {
  const page = readFileSync(
    new URL('../../../docs/admin/self-hosting.md', import.meta.url),
    'utf8',
  );
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (block === undefined)
    throw new Error(`docs/admin/self-hosting.md prints no configuration for ${language}`);
  return block;
}

function replaced(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((changed, [printed, own]) => {
    if (!changed.includes(printed)) throw new Error(`the printed configuration has no ${printed}`);
    return changed.replaceAll(printed, own);
  }, text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () =>
      resolve(false),
    );
    socket.on('connect', () => socket.destroy());
  });

function command(program: ServerProgram, folder: string, port: number): readonly string[] {
  const own = {
    '/srv/extensions': join(folder, 'srv'),
    '/etc/ssl/extensions.example.com.': join(folder, 'server.'),
  };
  if (program === 'caddy') {
    const site = replaced(printedConfiguration('caddyfile'), {
      ...own,
      [`${releaseHost} {`]: `${releaseHost}:${port} {`,
    });
    writeFileSync(
      join(folder, 'Caddyfile'),
      `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`,
    );
    return ['caddy', 'run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  }
  const server = replaced(printedConfiguration('nginx'), {
    ...own,
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${join(folder, 'pid')}; events {}\nhttp { access_log off; ${temporary}\n${server}}\n`,
  );
  return ['nginx', '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
}

/** Serves the files at `/kba/` on the release's host, over https. */
export async function startWebServer(
  program: ServerProgram,
  files: ReadonlyMap<string, Uint8Array | string>,
): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), `advisory-${program}-`));
  for (const [name, content] of files) {
    const path = join(folder, 'srv', 'kba', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  // nginx workers run as another user, who needs access.
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  const { key, cert, authority } = testCertificate(new Date(), [releaseHost]);
  writeFileSync(join(folder, 'server.pem'), cert);
  writeFileSync(join(folder, 'server.key'), key);
  const port = await freePort();
  const [name = '', ...args] = command(program, folder, port);
  let said = '';
  const running: ChildProcess = spawn(name, args, {
    env: { ...environment, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  await eventually(`The start of ${program}`, async () => {
    if (running.exitCode !== null)
      throw new Error(`${program} ended with code ${running.exitCode}: ${said}`);
    return answers(port);
  });
  return {
    port,
    authority,
    async close() {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      if (running.exitCode === null) {
        running.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
