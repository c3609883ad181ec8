// The publisher's command line: `npm run -s advisory -- <command> …`.
import { runCommand } from './commands.ts';

process.exitCode = await runCommand(process.argv.slice(2));
