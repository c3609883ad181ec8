// Runs a program with its own /etc in a private mount namespace: browsers find policy files where
// they look for them, this machine stays unchanged, and everything disappears with the program.
import { spawnSync } from 'node:child_process';

const script = `set -e
mount -t tmpfs tmpfs /mnt
cp -a /etc/. /mnt/ 2>/dev/null || true
mount --bind /mnt /etc
mkdir -p "$1"
mount --bind "$2" "$1"
shift 2
exec "$@"`;

const unshare = (): string[] =>
  process.getuid?.() === 0 ? ['unshare', '-m'] : ['unshare', '-r', '-m'];

/** Whether this machine allows private mounts; some containers don't. */
export function hasPrivateEtc(): boolean {
  const [program = '', ...args] = unshare();
  return (
    spawnSync(program, [...args, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' })
      .status === 0
  );
}

/**
 * The command line that runs a program with `folder` bound to `place`, an absolute path below /etc.
 * The spawned process is the program itself.
 */
export function withPrivateEtc(
  place: string,
  folder: string,
  command: readonly string[],
): readonly [string, string[]] {
  const [program = '', ...args] = unshare();
  return [program, [...args, 'sh', '-c', script, 'sh', place, folder, ...command]];
}
