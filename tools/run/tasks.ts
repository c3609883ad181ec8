// Runs commands side by side, as many at once as there are lanes, and says at the end what failed. Each output goes to a file, and to the
// screen where the task failed.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Task {
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: readonly string[]];
  /** Names of tasks that must have succeeded before. */
  readonly after?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly task: Task;
  /** Null where a task that it builds on has failed. */
  readonly code: number | null;
  readonly seconds: number;
  readonly output: string;
}

function runTask(task: Task, folder: string): Promise<Outcome> {
  const started = performance.now();
  const [program, ...parameters] = task.command;
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...task.environment },
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    const end = (code: number) => {
      const output = Buffer.concat(parts).toString('utf8');
      writeFileSync(join(folder, `${task.name.replaceAll(/[^\w-]+/g, '-')}.log`), output);
      resolve({ task, code, seconds: (performance.now() - started) / 1000, output });
    };
    child.once('error', (cause) => {
      parts.push(Buffer.from(String(cause)));
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** What a person must know of a success too. */
const remarks = (output: string) =>
  output.split('\n').filter((line) => /NOT PROVED|^budget /.test(line));

function report({ task, code, seconds, output }: Outcome): void {
  const time = `${seconds.toFixed(0)} s`.padStart(6);
  if (code === null)
    console.log(`- ${task.name.padEnd(28)}        not run: ${(task.after ?? []).join(', ')}`);
  else if (code === 0)
    for (const line of [`✓ ${task.name.padEnd(28)} ${time}`, ...remarks(output)]) console.log(line);
  else console.log(`\n✗ ${task.name.padEnd(28)} ${time}\n${output.trimEnd()}\n`);
}

/** Runs all tasks, those first that stand first; true where each succeeded. A failure keeps only those back that build on it. */
export async function runTasks(
  tasks: readonly Task[],
  { lanes, logs }: { readonly lanes: number; readonly logs: string },
): Promise<boolean> {
  mkdirSync(logs, { recursive: true });
  const started = performance.now();
  const outcomes = new Map<string, Outcome>();
  const running = new Map<string, Promise<void>>();
  let waiting = [...tasks];
  const done = (outcome: Outcome) => {
    outcomes.set(outcome.task.name, outcome);
    running.delete(outcome.task.name);
    report(outcome);
  };
  const needs = ({ after = [] }: Task) =>
    after.filter((name) => tasks.some((task) => task.name === name));
  while (waiting.length > 0 || running.size > 0) {
    for (const task of waiting) {
      const isBlocked = needs(task).some(
        (name) => outcomes.has(name) && outcomes.get(name)?.code !== 0,
      );
      if (isBlocked) done({ task, code: null, seconds: 0, output: '' });
    }
    waiting = waiting.filter(({ name }) => !outcomes.has(name));
    const next = waiting.find((task) =>
      needs(task).every((name) => outcomes.get(name)?.code === 0),
    );
    if (next && running.size < lanes) {
      waiting = waiting.filter((task) => task !== next);
      running.set(next.name, runTask(next, logs).then(done));
    } else if (running.size > 0) await Promise.race(running.values());
  }
  const failed = [...outcomes.values()]
    .filter(({ code }) => code !== 0)
    .map(({ task }) => task.name);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    failed.length === 0
      ? `Everything passed in ${minutes} minutes.`
      : `FAILED after ${minutes} minutes: ${failed.join(', ')}.`,
  );
  return failed.length === 0;
}
