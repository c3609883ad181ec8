// A stand-in for the worker: answers from samples, with the real English strings.
import messages from '../../_locales/en/messages.json' with { type: 'json' };
import { sayFrom } from '../../src/core/say.ts';
import type { Replies, RequestName, RequestOf } from '../../src/messages.ts';
import type { PageConnection } from '../../src/ui/page-connection.ts';

export type SampleReplies = { readonly [Name in RequestName]?: (request: RequestOf<Name>) => Replies[Name] | Promise<Replies[Name]> };

/** A string that is missing shows its key, which a test then finds. */
export const missing = 'missing string:';

export function sampleConnection(replies: SampleReplies): PageConnection {
  return {
    ask: async (name, request) => {
      const reply: SampleReplies[typeof name] = replies[name];
      if (!reply) throw new Error(`No sample answers ${name}.`);
      return reply(request);
    },
    stringsOf: () => Promise.resolve(sayFrom(messages, (key) => (/_(zero|one|two|few|many)$/.test(key) ? '' : `${missing} ${key}`))),
    onChange: () => () => undefined,
    copy: () => Promise.resolve(),
    everySite: { state: () => Promise.resolve('off'), request: () => Promise.resolve(true), remove: () => Promise.resolve(true), onChange: () => () => undefined },
  };
}
