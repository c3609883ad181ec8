// A stand-in for the worker: answers from samples.
import type { Replies, RequestName, RequestOf } from '../../../src/messages.ts';
import type { ExtensionClient } from '../../../src/pages/shared/context.ts';
import { language, t } from './locale.ts';

export type SampleReplies = {
  readonly [Name in RequestName]?: (
    request: RequestOf<Name>,
  ) => Replies[Name] | Promise<Replies[Name]>;
};

export function sampleConnection(
  replies: SampleReplies,
  everySite: 'on' | 'off' | 'required' = 'off',
  answer: 'given' | 'refused' | 'open' | 'not-asked' = 'refused',
): ExtensionClient {
  let leave = everySite;
  const listeners = new Set<() => void>();
  const leaveListeners = new Set<() => void>();
  return {
    language,
    request: async (name, request) => {
      const reply: SampleReplies[typeof name] = replies[name];
      if (!reply) throw new Error(`No sample answers ${name}.`);
      const answer = await reply(request);
      // Storing something notifies everyone who listens.
      if (name === 'mark-steps' || name === 'change-plan')
        for (const listener of listeners) listener();
      return answer;
    },
    stringsOf: () => Promise.resolve(t),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPageLoaded: () => () => undefined,
    copy: () => Promise.resolve(),
    traces: { request: () => Promise.resolve(answer === 'given') },
    everySite: {
      state: () => Promise.resolve(leave),
      request: () => {
        if (answer === 'open') return new Promise(() => undefined);
        if (answer === 'not-asked')
          return Promise.reject(new Error('This function must be called during a user gesture'));
        if (answer === 'given') leave = 'on';
        return Promise.resolve(answer === 'given');
      },
      remove: () => {
        leave = 'off';
        for (const listener of leaveListeners) listener();
        return Promise.resolve(true);
      },
      onChange: (listener) => {
        leaveListeners.add(listener);
        return () => leaveListeners.delete(listener);
      },
    },
  };
}
