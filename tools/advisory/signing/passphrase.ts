// Gets a key's passphrase: from ADVISORY_PASSPHRASE if there is no terminal, else from hidden
// input.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from '../command.ts';

const shortest = 12;

async function typed(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError(
      'There is no keyboard to ask for the passphrase; set ADVISORY_PASSPHRASE.',
    );
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const keyboard = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise((resolve) => keyboard.question('', resolve));
  } finally {
    keyboard.close();
    process.stderr.write('\n');
  }
}

/** The passphrase that opens this file. */
export async function passphraseFor(file: string): Promise<string> {
  return process.env['ADVISORY_PASSPHRASE'] ?? (await typed(`Passphrase of ${file}: `));
}

/** A passphrase for a new key, typed twice. */
export async function newPassphrase(file: string): Promise<string> {
  const chosen = await passphraseFor(`the new key ${file}`);
  if (chosen.length < shortest)
    throw new CommandError(`A passphrase needs at least ${String(shortest)} characters.`);
  if (
    process.env['ADVISORY_PASSPHRASE'] === undefined &&
    (await typed('The same again: ')) !== chosen
  )
    throw new CommandError('The two passphrases differ.');
  return chosen;
}
