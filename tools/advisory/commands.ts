// The publisher's commands. Each is loaded when it is used.
import { CommandError } from './command.ts';

type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { about: string; load: () => Promise<Command> }> = {
  check: {
    about: 'check FILE                 schema, sources, links, dates, rules',
    load: async () => (await import('./checks/check.ts')).check,
  },
  classify: {
    about: 'classify [--explain]       JSON Lines in, verdicts as JSON Lines out',
    load: async () => (await import('./classify.ts')).classify,
  },
  diff: {
    about: 'diff OLD NEW               what changed for people',
    load: async () => (await import('./diff.ts')).diff,
  },
  keygen: {
    about: 'keygen FILE                a new signing key',
    load: async () => (await import('./signing/keygen.ts')).keygen,
  },
  root: {
    about: 'root OUT                   the next root: whose signatures count',
    load: async () => (await import('./signing/root.ts')).root,
  },
  sign: {
    about: 'sign FILE                  signs an advisory, an overlay or a root',
    load: async () => (await import('./signing/sign.ts')).sign,
  },
  stale: {
    about: 'stale [--days N] [FILE]    facts whose last check is older',
    load: async () => (await import('./checks/stale.ts')).stale,
  },
  verify: {
    about: 'verify SIGNED              what clients would say of it',
    load: async () => (await import('./signing/verify.ts')).verify,
  },
  publish: {
    about: 'publish DIR                a folder for any static web server',
    load: async () => (await import('./publish.ts')).publish,
  },
  zones: {
    about: 'zones FILE                 gives its places all time zones of their regions',
    load: async () => (await import('./checks/zones.ts')).zones,
  },
  pin: {
    about: 'pin ADDRESS ROOT           gives the build its feed, or takes it',
    load: async () => (await import('./signing/pin.ts')).pin,
  },
};

function usage(): string {
  return [
    'Usage: npm run -s advisory -- COMMAND …',
    '',
    ...Object.values(commands).map((command) => `  ${command.about}`),
  ].join('\n');
}

/** Runs the command that the first argument names; resolves to the exit code. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(name === '' ? usage() : `Unknown command "${name}".\n${usage()}`);
    return 2;
  }
  const run = await command.load();
  return run(args).catch((cause: unknown) => {
    if (!(cause instanceof CommandError)) throw cause;
    console.error(cause.message);
    return cause.exitCode;
  });
}
