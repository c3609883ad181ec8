// The publisher's command line without a process of its own.
import { vi } from 'vitest';
import { runCommand } from '../../tools/advisory/commands.ts';

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function advisoryCommand(...args: readonly string[]): Promise<Ended> {
  const [out, errors]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(`${line}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(`${line}\n`)),
  ];
  try {
    const status = await runCommand(args);
    return { status, stdout: out.join(''), stderr: errors.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
