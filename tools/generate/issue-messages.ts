// Extracts the English validation messages from the interface strings. The worker uses them in
// reports and tools on the command line, whatever the interface language.
import { readFileSync } from 'node:fs';

const prefix = 'fault_';

/** Text of the committed file. */
export function issueMessagesText(): string {
  const english = JSON.parse(
    readFileSync(new URL('../../_locales/en/messages.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, { readonly message: string }>>;
  const messages = Object.entries(english)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, { message }]) => [key.slice(prefix.length), message]);
  return `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`;
}
