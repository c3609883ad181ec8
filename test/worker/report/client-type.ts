// A test's view of the worker in memory.
import type { OptionsView } from '../../../src/core/view/options.ts';
import type { DownloadItem, ListedDownload } from './list-of-downloads.ts';
import type { PopupView } from '../../../src/core/view/popup/popup.ts';

export interface Client {
  now(): number;
  /** A page announces itself; resolves when the worker has answered, and never where it was killed before. */
  visit(
    url: string,
    page?: { readonly tabId?: number; readonly isPrivate?: boolean; readonly request?: object },
  ): Promise<unknown>;
  /** Any message of a content script in a page. */
  fromPage(
    url: string,
    name: string,
    request: object,
    page?: { readonly tabId?: number; readonly isPrivate?: boolean },
  ): Promise<unknown>;
  /** Any message of a page of ours; its reply. */
  ask<Reply>(name: string, request?: object): Promise<Reply>;
  optionsView(): Promise<OptionsView>;
  popupView(): Promise<PopupView>;
  download(item: DownloadItem): Promise<void>;
  /** The clock goes on; what falls due on the way happens at its time, and is waited for. */
  pass(ms: number): Promise<void>;
  /** Nothing is under way any more. */
  idle(): Promise<void>;
  /** The browser's process ends, and starts again. `isSleep`: only the worker ends, and is woken. */
  kill(isSleep?: boolean): Promise<void>;
  /** Lets time pass until an answer of the collector has reached the browser, and kills it before anything is done about it. */
  killOnAnswer(): Promise<void>;
  /** From now on, this function of the browser waits for `fault` before it works; null ends it. */
  breakApi(name: string, fault: (() => Promise<unknown>) | null): void;
  /** The page that our script in a tab reports. */
  showInTab(tabId: number, url: string): void;
  /** Addresses put into tabs that were open, and downloads begun anew. */
  readonly navigated: readonly string[];
  readonly begun: readonly string[];
  /** Messages to tabs, in their order; a test may empty it. */
  readonly toldTabs: [tab: number, message: unknown][];
  /** An event of the browser. */
  emit(name: string, ...args: readonly unknown[]): Promise<void>;
  /** The policy changes, and the browser doesn't say so. */
  changePolicyUnseen(policy: Record<string, unknown> | null): void;
  /** From the next question on, the browser has no policy yet, as Chromium at its start. Returns what ends that. */
  holdPolicyBack(): () => Promise<void>;
  /** The last private window closes. */
  closePrivateWindows(): Promise<void>;
  deliverPolicy(policy: Record<string, unknown> | null): Promise<void>;
  /** When the alarms ring. */
  readonly alarms: ReadonlyMap<string, number>;
  /** The browser's list, as the browser would change it. */
  readonly downloads: Map<number, ListedDownload>;
  readonly disk: ReadonlyMap<string, unknown>;
  readonly session: ReadonlyMap<string, unknown>;
  /** Notifications requested from the system, pages put into tabs, and downloads that continue. */
  readonly notifications: readonly { readonly title: string; readonly message: string }[];
  readonly shown: readonly string[];
  readonly resumed: readonly number[];
  /** Targets that the browser was asked to run our scripts in. */
  readonly injected: readonly unknown[];
  /** Content scripts that the browser was asked to run from now on. */
  readonly registered: readonly unknown[];
}

export type Listener = (...args: never[]) => unknown;
export type Work = (...args: never[]) => Promise<unknown>;

/** What ends with the browser. */
export interface Process {
  isDead: boolean;
  readonly listeners: Map<string, Listener[]>;
  readonly timers: { at: number; work: () => void }[];
  underWay: number;
  ended: () => void;
}
