import browser, { type Runtime } from 'webextension-polyfill';

/** A message's sender according to the browser, never the message itself. */
export interface SenderFacts {
  readonly extensionId: string | undefined;
  readonly url: string | undefined;
  readonly origin: string | undefined;
  readonly frameId: number | undefined;
  readonly tabId: number | undefined;
  /** The tab's URL, if the browser reveals it. */
  readonly tabUrl: string | undefined;
  readonly isPrivate: boolean;
}

export function ownId(): string {
  return browser.runtime.id;
}

export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}

export function onMessage(
  listener: (message: unknown, sender: SenderFacts) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
      void listener(message, {
        extensionId: sender.id,
        url: sender.url,
        origin: 'origin' in sender && typeof sender.origin === 'string' ? sender.origin : undefined,
        frameId: sender.frameId,
        tabId: sender.tab?.id,
        tabUrl: sender.tab?.url,
        isPrivate: sender.tab?.incognito === true,
      }).then(respond, (cause: unknown) => respond({ error: String(cause) }));
      // "The reply comes later": unlike a returned promise, every engine supports it.
      return true;
    },
  );
}

export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Calls back after an installation, but not after an update. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Firefox names itself; the others are of one family. */
export function browserFamily(): 'chromium' | 'firefox' {
  return typeof browser.runtime.getBrowserInfo === 'function' ? 'firefox' : 'chromium';
}

/** Match patterns of the hosts that the manifest asks access for. */
export function namedPatterns(): readonly string[] {
  const { host_permissions: patterns = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: readonly string[];
  };
  return patterns;
}
