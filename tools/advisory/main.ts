// The publisher's command line: `npm run -s advisory -- <command> …`. Each command is loaded when it is used.
export {};

type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { about: string; load: () => Promise<Command> }> = {
  check: { about: 'check FILE                 schema, sources, links, dates, rules', load: async () => (await import('./check.ts')).check },
  classify: { about: 'classify [--advisory FILE] JSON Lines in, verdicts as JSON Lines out', load: async () => (await import('./classify.ts')).classify },
};

function usage(): string {
  return ['Usage: npm run -s advisory -- COMMAND …', '', ...Object.values(commands).map((command) => `  ${command.about}`)].join('\n');
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(name === '' ? usage() : `Unknown command "${name}".\n${usage()}`);
  process.exitCode = 2;
} else {
  process.exitCode = await (await command.load())(args);
}
