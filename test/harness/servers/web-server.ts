// An ordinary web server from Debian, configured with the exact text in docs/admin/self-hosting.md;
// only port, folders and certificate are replaced.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../eventually.ts';
import { adminEnvironment, printed, replaced } from '../printed.ts';
import { testCertificate } from './certificate.ts';
import { releaseHost } from './release-server.ts';

export type ServerProgram = 'nginx' | 'caddy' | 'apache2';

export interface WebServer {
  readonly port: number;
  /** PEM certificate of its authority. */
  readonly authority: string;
  close(): Promise<void>;
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
  const place = join(folder, 'server.conf');
  switch (program) {
    case 'caddy': {
      const site = replaced(printed('self-hosting', 'caddyfile', 'file_server'), {
        ...own,
        [`${releaseHost} {`]: `${releaseHost}:${port} {`,
      });
      writeFileSync(place, `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`);
      return ['caddy', 'run', '--config', place, '--adapter', 'caddyfile'];
    }
    case 'nginx': {
      const server = replaced(printed('self-hosting', 'nginx', 'listen'), {
        ...own,
        'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      });
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
        .join(' ');
      writeFileSync(
        place,
        `daemon off; pid ${join(folder, 'pid')}; events {}\nhttp { access_log off; ${temporary}\n${server}}\n`,
      );
      return ['nginx', '-e', 'stderr', '-c', place];
    }
    case 'apache2': {
      const site = replaced(printed('self-hosting', 'apache', 'DocumentRoot'), {
        ...own,
        '*:443': `127.0.0.1:${port}`,
      });
      writeFileSync(place, apacheAround(folder, port, site));
      return ['apache2', '-DFOREGROUND', '-f', place];
    }
  }
}

/** What Debian's packages have set up before an administrator adds a site, compression included. */
function apacheAround(folder: string, port: number, site: string): string {
  const modules = '/usr/lib/apache2/modules';
  const loaded = 'mpm_event authz_core headers mime ssl socache_shmcb filter deflate'
    .split(' ')
    .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
  return [
    ...loaded,
    `ServerRoot ${folder}`,
    'ServerName localhost',
    'User www-data',
    'Group www-data',
    `PidFile ${join(folder, 'pid')}`,
    `ErrorLog ${join(folder, 'error.log')}`,
    'TypesConfig /etc/mime.types',
    'AddOutputFilterByType DEFLATE text/xml application/xml application/json',
    `Listen 127.0.0.1:${port}`,
    site,
  ].join('\n');
}

/**
 * Serves the files at `/kba/` on the release's host, over https. `files`: their contents, or a folder
 * for everything below that host.
 */
export async function startWebServer(
  program: ServerProgram,
  files: ReadonlyMap<string, Uint8Array | string> | string,
  host = releaseHost,
): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), `advisory-${program}-`));
  if (typeof files === 'string') symlinkSync(files, join(folder, 'srv'));
  else
    for (const [name, content] of files) {
      const path = join(folder, 'srv', 'kba', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  // nginx workers run as another user, who needs access.
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  const { key, cert, authority } = testCertificate(new Date(), [host]);
  writeFileSync(join(folder, 'server.pem'), cert);
  writeFileSync(join(folder, 'server.key'), key);
  const port = await freePort();
  const [name = '', ...args] = command(program, folder, port);
  let said = '';
  const running: ChildProcess = spawn(name, args, {
    env: { ...adminEnvironment, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
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
