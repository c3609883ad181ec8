// The English of what can be wrong with a value, cut out of the interface's own strings: the worker
// says it in reports and tools say it on the command line, whatever language the interface has.
import { readFileSync } from 'node:fs';

export const issueMessagesPath = new URL(
  '../../src/core/settings/issue-messages.json',
  import.meta.url,
);

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
