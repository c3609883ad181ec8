// Messages between a content script and the worker, without the polyfill: its 10 KB don't belong into other people's pages.
import type { Answer, Replies, RequestName, RequestOf } from '../messages.ts';

interface PageRuntime {
  readonly id?: string;
  getManifest(): { readonly content_scripts?: readonly { readonly matches: readonly string[] }[] };
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: unknown, reply: (answer: unknown) => void) => void): void;
    removeListener(listener: (message: unknown, sender: unknown, reply: (answer: unknown) => void) => void): void;
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

/** Whether the manifest names this document's site; else the script is here by a person's leave for every site. */
export function isNamedSite(): boolean {
  const host = `.${location.hostname}`;
  const patterns = runtime()?.getManifest().content_scripts?.[0]?.matches ?? [];
  return patterns.some((pattern) => {
    const [, , named = '', ...path] = pattern.split('/');
    const isBelow = location.pathname.startsWith(`/${path.join('/').replace(/\*$/, '')}`);
    return isBelow && (named.startsWith('*.') ? host.endsWith(named.slice(1)) : host === `.${named}`);
  });
}

/** The worker's reply; null where it had none to give or is gone. */
export async function ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Replies[Name] | null> {
  try {
    const answer = (await runtime()?.sendMessage({ name, request })) as Answer<Name> | undefined;
    return answer && 'reply' in answer ? answer.reply : null;
  } catch (cause) {
    // An extension that was updated or removed leaves its old scripts without a worker; that is all that can fail here.
    if (isConnected()) console.debug('Kaspersky Ban Advisory:', cause);
    return null;
  }
}

/** Listens to the worker until `signal` ends it. A listener that returns something replies with it. */
export function onWorkerMessage(listener: (message: unknown) => unknown, signal: AbortSignal): void {
  const receive = (message: unknown, _: unknown, reply: (answer: unknown) => void) => {
    const answer = listener(message);
    if (answer !== undefined) reply(answer);
  };
  const { onMessage } = runtime() ?? {};
  onMessage?.addListener(receive);
  signal.addEventListener('abort', () => onMessage?.removeListener(receive));
}
