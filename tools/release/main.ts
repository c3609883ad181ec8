import { main } from './package.ts';

process.exitCode = main(process.argv.slice(2));
