// One interface over the real browsers: what a test may see and do is what a person could, plus a look at the extension's own state.
export type Engine = 'chromium' | 'firefox';

/** What is on the disk while the browser doesn't run. */
export interface Profile {
  readonly folder: string;
  /** The folder in which the browser keeps what the extension stores. */
  readonly store: string;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Port of the local proxy that answers for every host name. */
  readonly proxyPort: number;
  /** With a window on a screen; headless otherwise. */
  readonly headed?: boolean;
  /** Folder of an administrator's policy files, which then are all that installs the extension. The machine's own folder is left alone. */
  readonly policies?: string;
  /** Leaves the first-run page open, which else is closed before the first test. */
  readonly keepsWelcome?: boolean;
  /** Of the computer; that of the tests where none is given. */
  readonly timeZone?: string;
  /** Folders of other extensions that are there, too. */
  readonly neighbors?: readonly string[];
  /** Names of programs that are registered for another extension to call. Chromium alone keeps these in the profile. */
  readonly registeredPrograms?: readonly string[];
}

/** Permissions by the names that Chromium's profile has for them. */
export interface GivenBefore {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

/** What a browser's program gets, beside what the tests have. */
export const environmentOf = ({ timeZone }: LaunchOptions) =>
  timeZone === undefined ? process.env : { ...process.env, TZ: timeZone };

interface ButtonReading {
  readonly label: string;
  /** Middle of the button, in CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the keyboard is. */
export interface FocusReading {
  readonly name: string;
  /** In words: not to be seen, too small, covered. */
  readonly faults: readonly string[];
}

/** What a closed shadow tree of the extension shows in a page. */
export interface ShadowReading {
  readonly hostTag: string;
  /** Id of the link that a mark stands beside. */
  readonly near: string;
  readonly visible: boolean;
  readonly text: string;
  readonly heading: string;
  readonly role: string;
  /** `lang` and `dir` of what it shows; empty where it has none of its own. */
  readonly language: string;
  readonly direction: string;
  readonly classes: readonly string[];
  readonly buttons: readonly ButtonReading[];
  /** What in it has the focus, and what is wrong with how that is shown. */
  readonly focused: FocusReading | null;
}

/** What axe says of the closed shadow trees. */
export interface AxeReading {
  readonly faults: readonly string[];
  /** Rules that found something to judge in them, and found it good. */
  readonly judged: readonly string[];
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
}

/** `Backtab` is Tab with Shift. */
export type Key =
  'Tab' | 'Backtab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowRight' | 'End';

/** Something that shows a document: a tab, or the popup. */
export interface View {
  text(): Promise<string>;
  /** Runs a function, given as its source, in the document; arguments and result travel as JSON. */
  evaluate<Result>(script: string, ...args: unknown[]): Promise<Result>;
  screenshot(path: string): Promise<void>;
}

export interface PageHandle extends View {
  /** Number of the tab in the extension API; null for a page that the test did not open. */
  readonly tabId: number | null;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  title(): Promise<string>;
  /** Every closed shadow tree in the page, in document order. */
  shadowTrees(): Promise<ShadowReading[]>;
  /** axe's judgment of these trees; it runs where the page doesn't see it. */
  axeInShadowTrees(): Promise<AxeReading>;
  /** Script worlds that the extension has in this page; a page it leaves alone has none. */
  extensionWorlds(): Promise<string[]>;
  /** Trusted input. */
  clickAt(x: number, y: number): Promise<void>;
  /** At a place in the frame with this id, which may be of another host. */
  clickInFrame(id: string, x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Pastes what the clipboard holds into what has the focus, as a person does by keyboard. */
  paste(): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  resize(viewport: Viewport): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  readonly engine: Engine;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  openPage(url: string): Promise<PageHandle>;
  /** A page of the extension, by its path in the package. */
  openExtensionPage(path: string): Promise<PageHandle>;
  /** Clicks the extension's icon while this page is in front; the popup that opens. */
  clickIcon(page: PageHandle): Promise<View>;
  /** Open pages whose address starts so, whoever opened them. */
  pagesAt(url: string): Promise<PageHandle[]>;
  /** The extension's open pages whose path starts so, among them those it opened itself. */
  extensionPages(path: string): Promise<PageHandle[]>;
  /** Calls the extension API from a page of the extension: `api('tabs.query', {})`. */
  api<Result>(method: string, ...args: unknown[]): Promise<Result>;
  /** Gives or takes back leave for every site as the browser's own settings page does. Chromium can do so only for a build that requires it. */
  setEverySite(isAllowed: boolean): Promise<void>;
  /** Presses a button of the browser's own question for a leave. Not in Chromium, whose question can't be reached from outside. */
  answerLeave(isGiven: boolean): Promise<void>;
  /** A person gave these once and took them back: Chromium then asks no more, and the question that can't be answered from outside doesn't come. Over a restart. Firefox asks all the same. */
  giveBefore(given: GivenBefore): Promise<void>;
  /** Trusts this authority (PEM), as one that a program installed. Firefox alone. */
  trust(authority: string): Promise<void>;
  /** Whether the browser has the extension. */
  isInstalled(): Promise<boolean>;
  /** Asks for a newer version of the extension as the browser's own timer does, and waits until it is fetched; a restart applies it. */
  checkForUpdates(): Promise<void>;
  /** Presses a notification of the extension, or its first button. Headless browsers draw none, so this is told to the worker as the browser would. Not in Firefox, which forgets a notification at once where there is no desktop. */
  pressNotification(id: string, part: 'body' | 'button'): Promise<void>;
  /** When the background worker that runs now came to life, in Firefox with its code loaded, in milliseconds since 1970. */
  workerStartedAt(): Promise<number>;
  /** Stops the background worker as the browser does when it idles. */
  stopWorker(): Promise<void>;
  /** Closes the browser in good order and starts it again with the same profile, on `firstPage` where one is named and policy installs. */
  restart(firstPage?: string): Promise<void>;
  /** The same, with its profile changed in between: by a disk, a program that cleans up, a crash. */
  restartAfter(change: (profile: Profile) => void): Promise<void>;
  /** Ends the browser's process without a word, and starts it again with the same profile. */
  kill(): Promise<void>;
  /** Replaces the extension by another build: in Firefox while it runs, in Chromium, where the files in its folder are replaced, over a restart. */
  upgrade(folder: string): Promise<void>;
  /** Absent where a new browser is as quick. */
  readonly reuse?: {
    /** Takes the extension off and installs this build as new, with nothing of what was stored, opened or downloaded before. */
    reinstall(folder: string): Promise<void>;
    /** Ends the browser at once, as this process ends. */
    end(): void;
  };
  /** Resolves when the person closes the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}
