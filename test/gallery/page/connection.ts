// A stand-in for the worker: answers from samples.
import type { Replies, RequestName, RequestOf } from '../../../src/messages.ts';
import type { PageConnection } from '../../../src/ui/page-connection.ts';
import { say } from './tongue.ts';

export type SampleReplies = { readonly [Name in RequestName]?: (request: RequestOf<Name>) => Replies[Name] | Promise<Replies[Name]> };

export function sampleConnection(replies: SampleReplies, everySite: 'on' | 'off' | 'required' = 'off'): PageConnection {
  return {
    ask: async (name, request) => {
      const reply: SampleReplies[typeof name] = replies[name];
      if (!reply) throw new Error(`No sample answers ${name}.`);
      return reply(request);
    },
    stringsOf: () => Promise.resolve(say),
    onChange: () => () => undefined,
    copy: () => Promise.resolve(),
    everySite: { state: () => Promise.resolve(everySite), request: () => Promise.resolve(false), remove: () => Promise.resolve(true), onChange: () => () => undefined },
  };
}
