// Puts each small fault of test/faults into a copy of the tree and tells which part of `npm test`
// notices it. `npm run test:faults [NAME...]`; with `--all`, what the quick run lets through goes
// through `npm run test:all` too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Task } from './run/tasks.ts';
import { everything, quick } from './run/test-plan.ts';
import { bin, node, typeScript, type Command } from './run/tools.ts';

const folder = 'test/faults';
const root = resolve('.');
const args = process.argv.slice(2);
const isAll = args.includes('--all');
const chosen = args.filter((arg) => !arg.startsWith('--'));

interface Fault {
  readonly name: string;
  readonly patch: string;
  /** What a person would notice: the first line of the file. */
  readonly effect: string;
  readonly files: readonly string[];
}

function readFault(file: string): Fault {
  const patch = join(root, folder, file);
  const text = readFileSync(patch, 'utf8');
  return {
    name: basename(file, '.patch'),
    patch,
    effect: text.slice(0, text.indexOf('\n')),
    files: [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map((match) => match[1] ?? ''),
  };
}

const faults = readdirSync(folder)
  .filter((file) => file.endsWith('.patch'))
  .sort()
  .map(readFault)
  .filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));

function git(...parameters: readonly string[]): void {
  const { status, stderr } = spawnSync('git', parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${parameters.join(' ')}: ${stderr}`);
}

/** True where the part fails, which is what we hope for. */
function fails([program, ...parameters]: Command, environment: Task['environment']): boolean {
  const { status } = spawnSync(program, parameters, {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  return status !== 0;
}

const isTests = ({ command }: Task) => command[0].endsWith('vitest');

/**
 * The parts of a run, quickest first: types, the tests that import the file, then all of it. What
 * a test finds is enough, so each stops at its first failure.
 */
function partsOf(fault: Fault, tasks: readonly Task[]): readonly Task[] {
  const code = fault.files.filter((file) => /\.tsx?$/.test(file));
  const near = ['unit', 'worker', 'worker-parts'].map((project): Task => ({
    name: `${project} tests of the file`,
    command: bin('vitest', 'related', ...code, '--run', '--bail', '1', '--project', project),
  }));
  const rest = tasks
    .filter(({ name }) => name !== 'types')
    .map((task): Task =>
      isTests(task) ? { ...task, command: [...task.command, '--bail', '1'] } : task,
    );
  return [
    { name: 'types', command: node(typeScript, '-p', 'tsconfig.json') },
    ...(code.length > 0 ? near : []),
    ...rest,
  ];
}

/** Parts that are known to pass without a fault: else a failure would prove nothing. */
const sound = new Set<string>();

function demandSound({ name, command, environment }: Task, patch: string): void {
  const key = command.join(' ');
  if (sound.has(key)) return;
  git('apply', '--reverse', patch);
  if (fails(command, environment)) throw new Error(`${name} fails without any fault.`);
  git('apply', patch);
  sound.add(key);
}

function findCatcher(fault: Fault, tasks: readonly Task[]): string | undefined {
  const part = partsOf(fault, tasks).find(({ command, environment }) =>
    fails(command, environment),
  );
  if (part) demandSound(part, fault.patch);
  return part?.name;
}

function judge(fault: Fault): string {
  git('apply', fault.patch);
  const caughtBy = findCatcher(fault, quick);
  const later = caughtBy === undefined && isAll ? findCatcher(fault, everything) : undefined;
  git('apply', '--reverse', fault.patch);
  if (caughtBy !== undefined) return `caught by ${caughtBy}`;
  if (later !== undefined) return `CAUGHT ONLY by test:all (${later})`;
  return isAll ? 'not caught by either run' : 'NOT CAUGHT by npm test';
}

if (faults.length === 0) throw new Error(`No fault in ${folder} has that name.`);
if (!existsSync('node_modules')) throw new Error('Run npm ci first.');
const copy = mkdtempSync(join(tmpdir(), 'faults-'));
let missed = 0;
try {
  git('worktree', 'add', '--detach', '--force', copy);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  process.chdir(copy);
  for (const fault of faults) {
    const verdict = judge(fault);
    if (!verdict.startsWith('caught')) missed += 1;
    console.log(`${verdict.padEnd(36)} ${fault.name}: ${fault.effect}`);
  }
} finally {
  process.chdir(root);
  git('worktree', 'remove', '--force', copy);
  rmSync(copy, { recursive: true, force: true });
}
const caught = faults.length - missed;
console.log(`${String(caught)} of ${String(faults.length)} faults caught by npm test.`);
if (missed > 2) process.exitCode = 1;
