// Shared by all publishing commands: errors, options, files.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Fault } from '../../src/core/base/result.ts';

/** An error the user can fix; shown without a stack. `exitCode` 2 is for wrong usage. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

interface Shape {
  readonly usage: string;
  readonly options?: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>;
}

export interface Given {
  readonly positionals: readonly string[];
  /** Every value of an option, in order. */
  all(name: string): readonly string[];
  one(name: string): string | null;
  has(name: string): boolean;
}

export function given(args: readonly string[], { usage, options = {} }: Shape): Given {
  let parsed: { positionals: string[]; values: Record<string, unknown> };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new CommandError(
      `${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`,
      2,
    );
  }
  const all = (name: string) =>
    [parsed.values[name]].flat().filter((value) => typeof value === 'string');
  return {
    positionals: parsed.positionals,
    all,
    one: (name) => all(name).at(-1) ?? null,
    has: (name) => parsed.values[name] === true,
  };
}

export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new CommandError(
      `${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      2,
    );
  }
}

/** A document fault and its path, as one line. */
export function saidFault(file: string, { path, message }: Fault): string {
  return `${file}: ${path === '' ? 'the document' : path}: ${message}`;
}

export function wrongUse(usage: string): CommandError {
  return new CommandError(usage, 2);
}
