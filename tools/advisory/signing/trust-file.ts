// src/data/trust.json: the feed pinned in a build, or null for none.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parsePin, type Pin } from '../../../src/core/update/pin.ts';
import { CommandError } from '../command.ts';

export const trustPath = fileURLToPath(new URL('../../../src/data/trust.json', import.meta.url));

export async function readPin(file: string): Promise<Pin | null> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new CommandError(
      `${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
  const pin = parsePin(value);
  if (!pin.ok) throw new CommandError(`${file}: ${pin.error}`);
  return pin.value;
}

export async function writePin(file: string, pin: Pin | null): Promise<void> {
  await writeFile(file, `${JSON.stringify(pin, null, 2)}\n`);
}
