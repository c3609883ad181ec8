// A program that sees an /etc of its own, in a private mount namespace: policy files are where browsers look for them, nothing on
// this machine changes, and all of it ends with the program, however a test ends.
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

/** Whether this machine gives a program its own mounts; containers without that right exist. */
export function hasPrivateEtc(): boolean {
  const [program = '', ...args] = unshare();
  return (
    spawnSync(program, [...args, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' })
      .status === 0
  );
}

/** The command line that runs a program with `folder` bound to `place`, an absolute path below /etc. The process is the program's own. */
export function withPrivateEtc(
  place: string,
  folder: string,
  command: readonly string[],
): readonly [string, string[]] {
  const [program = '', ...args] = unshare();
  return [program, [...args, 'sh', '-c', script, 'sh', place, folder, ...command]];
}
