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

/** Whether an administrator installed it. */
export async function isInstalledByPolicy(): Promise<boolean> {
  return (await browser.management.getSelf()).installType === 'admin';
}

export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Firefox names itself; the others are of one family. */
export function browserFamily(): 'chromium' | 'firefox' {
  return typeof browser.runtime.getBrowserInfo === 'function' ? 'firefox' : 'chromium';
}

interface BrandedNavigator {
  readonly userAgentData?: {
    readonly brands: readonly { readonly brand: string; readonly version: string }[];
  };
}

/**
 * The browser's own name and version. Chromium browsers also list a made-up brand and, unless they
 * are Chromium, Chromium itself.
 */
export async function browserIdentity(): Promise<{
  readonly name: string;
  readonly version: string;
}> {
  if (typeof browser.runtime.getBrowserInfo === 'function') {
    const { name, version } = await browser.runtime.getBrowserInfo();
    return { name, version };
  }
  const brands = ((navigator as BrandedNavigator).userAgentData?.brands ?? []).filter(
    ({ brand }) => !/not.?a.?brand/i.test(brand.replaceAll(/[^a-z]/gi, ' ')),
  );
  const own = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0];
  return own ? { name: own.brand, version: own.version } : { name: 'Chromium', version: '' };
}
