// `diff OLD NEW`: what changed for people, in the words of the options page.
import { readFileSync } from 'node:fs';
import type { Change } from '../../src/core/advisory/changes/change.ts';
import { diffAdvisories } from '../../src/core/advisory/changes/diff.ts';
import { parseAdvisory } from '../../src/core/advisory/parse.ts';
import type { Advisory } from '../../src/core/advisory/schema.ts';
import { messagesFrom } from '../../src/core/i18n/messages.ts';
import { parseEnvelope } from '../../src/core/update/envelope.ts';
import { CommandError, given, readBytes, wrongUse } from './command.ts';

const usage = `Usage: npm run -s advisory -- diff OLD NEW

OLD and NEW are advisories, signed or not; signatures are not checked.`;

const strings: unknown = JSON.parse(
  readFileSync(new URL('../../_locales/en/messages.json', import.meta.url), 'utf8'),
);
const t = messagesFrom(strings, (key) => key);

async function advisoryIn(file: string): Promise<Advisory> {
  const bytes = await readBytes(file);
  const envelope = parseEnvelope(bytes, 'advisory');
  const parsed = parseAdvisory(envelope.ok ? envelope.value.payload : bytes);
  if (!parsed.ok)
    throw new CommandError(
      `${file}: ${parsed.error[0]?.path || 'the document'}: ${parsed.error[0]?.message ?? 'is no advisory'}`,
    );
  return parsed.value;
}

function sentence({ kind, what, from = '', to = '' }: Change): string {
  const day = (at: string) => (at === '' ? '' : at.slice(0, 16).replace('T', ' '));
  return t(`change_${kind}`, what.en, day(from), day(to));
}

/** The changes as lines of text, by subject. */
function diffLines(before: Advisory, after: Advisory): string[] {
  const lines: string[] = [];
  let subject = '';
  for (const change of diffAdvisories(before, after)) {
    if (change.subject !== subject) lines.push(t(`changeSubject_${change.subject}`));
    subject = change.subject;
    lines.push(`  ${sentence(change)}`);
  }
  return lines;
}

export async function diff(args: string[]): Promise<number> {
  const { positionals } = given(args, { usage });
  const [oldFile, newFile, ...others] = positionals;
  if (oldFile === undefined || newFile === undefined || others.length > 0) throw wrongUse(usage);
  const [before, after] = [await advisoryIn(oldFile), await advisoryIn(newFile)];
  console.log(
    `Version ${String(before.version)} of ${before.issued} -> version ${String(after.version)} of ${after.issued}; expires ${after.expires}.`,
  );
  if (before.id !== after.id)
    console.log(`These are two different advisories: ${before.id} and ${after.id}.`);
  const lines = diffLines(before, after);
  console.log(lines.length > 0 ? lines.join('\n') : 'Nothing changed for people.');
  if (after.version <= before.version)
    console.error(
      `The version has to rise: clients that have ${String(before.version)} refuse ${String(after.version)}.`,
    );
  return 0;
}
