// What our pages need from the browser: the worker, strings, change events, the clipboard. Without
// the polyfill, whose 10 KB would be a quarter of the popup's first-screen budget; supported
// browsers return promises themselves.
import type { Answer, Replies, RequestName, RequestOf } from '../../messages.ts';
import { permissionsOfAll, type Area } from '../../core/traces/areas.ts';
import { snapshotKeys } from '../../core/view/popup/popup-snapshot.ts';
import { loadMessages, type Translate } from '../../core/i18n/messages.ts';

interface Origins {
  readonly permissions?: readonly string[];
  readonly origins: readonly string[];
}

interface BrowserEvent<Details extends unknown[] = []> {
  addListener(listener: (...details: Details) => void): void;
  removeListener(listener: (...details: Details) => void): void;
}

interface PageBrowser {
  readonly runtime: {
    sendMessage<Name extends RequestName>(message: {
      readonly name: Name;
      readonly request: RequestOf<Name>;
    }): Promise<Answer<Name> | undefined>;
    getURL(path: string): string;
    getManifest(): {
      readonly permissions?: readonly string[];
      readonly optional_permissions?: readonly string[];
      readonly host_permissions?: readonly string[];
    };
  };
  readonly permissions: {
    contains(permissions: Origins): Promise<boolean>;
    request(permissions: Origins): Promise<boolean>;
    remove(permissions: Origins): Promise<boolean>;
    readonly onAdded: BrowserEvent;
    readonly onRemoved: BrowserEvent;
  };
  readonly i18n: { getMessage(key: string, values?: readonly string[]): string };
  readonly storage: { readonly onChanged: BrowserEvent<[changes: object]> };
  readonly tabs: {
    readonly onUpdated: BrowserEvent<[tabId: number, change: { readonly status?: string }]>;
  };
}

declare const browser: PageBrowser | undefined;
declare const chrome: PageBrowser;

const own: PageBrowser = typeof browser === 'undefined' ? chrome : browser;

/**
 * The worker's reply. Rejects with the worker's error message, or the browser's if the worker can't
 * be reached.
 */
async function request<Name extends RequestName>(
  name: Name,
  details: RequestOf<Name>,
): Promise<Replies[Name]> {
  const answer = await own.runtime.sendMessage({ name, request: details });
  if (!answer) throw new Error(`The extension gave no answer to ${name}.`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.reply;
}

const browsersOwn: Translate = (key, ...values) => own.i18n.getMessage(key, values);

async function messagesOf(locale: string): Promise<unknown> {
  const response = await fetch(own.runtime.getURL(`_locales/${locale}/messages.json`)).catch(
    () => undefined,
  );
  return response?.ok ? response.json() : undefined;
}

const everySiteOrigins: Origins = { origins: ['*://*/*'] };

async function everySiteState(): Promise<'on' | 'off' | 'required'> {
  if (own.runtime.getManifest().host_permissions?.includes('*://*/*')) return 'required';
  return (await own.permissions.contains(everySiteOrigins)) ? 'on' : 'off';
}

/** What a build requires need not be asked for, and browsers refuse to. */
async function requestTracePermissions(areas: readonly Area[]): Promise<boolean> {
  const manifest = own.runtime.getManifest();
  const { permissions, origins } = permissionsOfAll(areas, manifest.optional_permissions ?? []);
  const isEverySite = manifest.host_permissions?.includes('*://*/*');
  const wanted = { permissions, origins: isEverySite ? [] : origins };
  if (permissions.length + wanted.origins.length === 0) return true;
  return own.permissions.request(wanted);
}

const keptAhead: readonly string[] = Object.values(snapshotKeys);

/** Returns an unsubscribe function. */
function onPermissionsChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = own.permissions;
  for (const event of [onAdded, onRemoved]) event.addListener(listener);
  return () => [onAdded, onRemoved].forEach((event) => event.removeListener(listener));
}

/**
 * Calls `listener` on every change of storage, policy or permissions, except changes to the popup
 * snapshot: a permission that is taken back in the browser's own settings changes nothing stored.
 * Returns an unsubscribe function.
 */
function onChange(listener: () => void): () => void {
  const { onChanged } = own.storage;
  const hear = (changes: object) => {
    if (Object.keys(changes).some((key) => !keptAhead.includes(key))) listener();
  };
  onChanged.addListener(hear);
  const hearPermissionsNoMore = onPermissionsChange(listener);
  return () => {
    onChanged.removeListener(hear);
    hearPermissionsNoMore();
  };
}

/** Calls back once a tab has finished loading another page; until then the old view stays. */
function onPageLoaded(listener: (tabId: number) => void): () => void {
  const { onUpdated } = own.tabs;
  const loaded = (tabId: number, { status }: { readonly status?: string }) => {
    if (status === 'complete') listener(tabId);
  };
  onUpdated.addListener(loaded);
  return () => onUpdated.removeListener(loaded);
}

export const extensionClient = {
  request,
  language: browsersOwn('interfaceLanguage'),
  stringsOf: (language: string) => loadMessages(language, browsersOwn, messagesOf),
  onChange,
  onPageLoaded,
  copy: (text: string) => navigator.clipboard.writeText(text),
  traces: { request: requestTracePermissions },
  everySite: {
    state: everySiteState,
    request: () => own.permissions.request(everySiteOrigins),
    remove: () => own.permissions.remove(everySiteOrigins),
    onChange: onPermissionsChange,
  },
};
