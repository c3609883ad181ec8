// Messages between a content script and the worker, without the polyfill: its 10 KB don't belong into other people's pages.
import { brand } from '../../core/brand.ts';
import type { Answer, Replies, RequestName, RequestOf } from '../../messages.ts';

interface PageRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: unknown, reply: (answer: unknown) => void) => void,
    ): void;
    removeListener(
      listener: (message: unknown, sender: unknown, reply: (answer: unknown) => void) => void,
    ): void;
  };
}

declare const browser: { readonly runtime: PageRuntime } | undefined;
declare const chrome: { readonly runtime: PageRuntime } | undefined;

function runtime(): PageRuntime | undefined {
  return (typeof browser === 'undefined' ? chrome : browser)?.runtime;
}

/** False once the extension was updated or removed under a page that is still open. */
export function isConnected(): boolean {
  return runtime()?.id !== undefined;
}

/** Says what failed, to who looks for it. */
export function complain(cause: unknown): void {
  console.debug(`${brand.name}:`, cause);
}

/** The worker's reply; null where it had none to give or is gone. */
export async function ask<Name extends RequestName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<Replies[Name] | null> {
  try {
    const answer = (await runtime()?.sendMessage({ name, request })) as Answer<Name> | undefined;
    return answer && 'reply' in answer ? answer.reply : null;
  } catch (cause) {
    // An extension that was updated or removed leaves its old scripts without a worker; that is all that can fail here.
    if (isConnected()) complain(cause);
    return null;
  }
}

/** Listens to the worker until `signal` ends it. A listener that returns something replies with it. */
export function onWorkerMessage(listener: (word: unknown) => unknown, signal: AbortSignal): void {
  const receive = (word: unknown, _: unknown, reply: (answer: unknown) => void) => {
    const answer = listener(word);
    if (answer !== undefined) reply(answer);
  };
  const { onMessage } = runtime() ?? {};
  onMessage?.addListener(receive);
  signal.addEventListener('abort', () => onMessage?.removeListener(receive));
}
