// Messages between a content script and the worker, without the polyfill: other people's pages
// shouldn't load its 10 KB.
import { productName } from '../../core/brand.ts';
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
  // `hasOwn`, because an element of the page may have this name.
  return (Object.hasOwn(globalThis, 'browser') ? browser : chrome)?.runtime;
}

/** False once the extension was updated or removed while the page stayed open. */
export function isConnected(): boolean {
  return runtime()?.id !== undefined;
}

/** Logs a failure for developers. */
export function complain(cause: unknown): void {
  console.debug(`${productName}:`, cause);
}

/** The worker's reply; null if there is none or the worker is gone. */
export async function ask<Name extends RequestName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<Replies[Name] | null> {
  try {
    const answer = (await runtime()?.sendMessage({ name, request })) as Answer<Name> | undefined;
    return answer && 'reply' in answer ? answer.reply : null;
  } catch (cause) {
    // An updated or removed extension leaves its old scripts without a worker; nothing else can
    // fail here.
    if (isConnected()) complain(cause);
    return null;
  }
}

/** Listens to the worker until `signal` aborts. A returned value is sent as the reply. */
export function onWorkerMessage(listener: (word: unknown) => unknown, signal: AbortSignal): void {
  const receive = (word: unknown, _: unknown, reply: (answer: unknown) => void) => {
    const answer = listener(word);
    if (answer !== undefined) reply(answer);
  };
  const { onMessage } = runtime() ?? {};
  onMessage?.addListener(receive);
  signal.addEventListener('abort', () => onMessage?.removeListener(receive));
}
