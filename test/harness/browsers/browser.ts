// One interface for both real browsers: tests can see and do what a person could, and look at the
// extension's state.
export type Engine = 'chromium' | 'firefox';

/** Files on disk while the browser isn't running. */
export interface Profile {
  readonly folder: string;
  /** The folder in which the browser keeps what the extension stores. */
  readonly store: string;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Port of the local proxy that answers for every host. */
  readonly proxyPort: number;
  /** With a visible window; headless otherwise. */
  readonly headed?: boolean;
  /**
   * Folder of an administrator's policy files, which then install the extension. The machine's own
   * folder is untouched.
   */
  readonly policies?: string;
  /** Keeps the first-run page open, which is otherwise closed before the first test. */
  readonly keepsWelcome?: boolean;
  /** The computer's time zone; the test runner's by default. */
  readonly timeZone?: string;
  /** Folders of other extensions that are there, too. */
  readonly neighbors?: readonly string[];
  /**
   * Names of programs that are registered for another extension to call. Chromium alone keeps these
   * in the profile.
   */
  readonly registeredPrograms?: readonly string[];
  /** For several sets of tests, one after the other. */
  readonly isLent?: boolean;
}

/** Permissions by the names that Chromium's profile has for them. */
export interface GivenBefore {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

/** Environment of the browser process: the test runner's, with changes. */
export const environmentOf = ({ timeZone }: LaunchOptions) =>
  timeZone === undefined ? process.env : { ...process.env, TZ: timeZone };

interface ButtonReading {
  readonly label: string;
  /** Center of the button, in CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The focused element. */
export interface FocusReading {
  readonly name: string;
  /** In words: invisible, too small, covered. */
  readonly faults: readonly string[];
}

/** Contents of one of the extension's closed shadow trees. */
export interface ShadowReading {
  readonly hostTag: string;
  /** Id of the link next to a mark. */
  readonly near: string;
  readonly visible: boolean;
  readonly text: string;
  readonly heading: string;
  readonly role: string;
  /** `lang` and `dir` of its contents; empty if it has none. */
  readonly language: string;
  readonly direction: string;
  readonly classes: readonly string[];
  readonly buttons: readonly ButtonReading[];
  /** The focused element inside, and faults in its focus indicator. */
  readonly focused: FocusReading | null;
}

/** axe's results for the closed shadow trees. */
export interface AxeReading {
  readonly faults: readonly string[];
  /** Rules that tested something in them and passed. */
  readonly judged: readonly string[];
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
}

/** `Backtab` is Shift+Tab. */
export type Key =
  'Tab' | 'Backtab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowRight' | 'End';

export interface Press {
  /** Left, unless another is named. */
  readonly button?: 'left' | 'middle' | 'right';
  /** Where it is let go; the same place unless another is named. */
  readonly upAt?: readonly [x: number, y: number];
}

/** Something that shows a document: a tab, or the popup. */
export interface View {
  text(): Promise<string>;
  /** Runs a function, given as source, in the document. Arguments and result are passed as JSON. */
  evaluate<Result>(script: string, ...args: unknown[]): Promise<Result>;
  screenshot(path: string): Promise<void>;
}

export interface PageHandle extends View {
  /** Tab id in the extension API; null for a page the test didn't open. */
  readonly tabId: number | null;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  title(): Promise<string>;
  /** Every closed shadow tree in the page, in document order. */
  shadowTrees(): Promise<ShadowReading[]>;
  /** axe's results for these trees; runs in a world the page can't see. */
  axeInShadowTrees(): Promise<AxeReading>;
  /** The extension's script worlds in this page; empty if it doesn't run there. */
  extensionWorlds(): Promise<string[]>;
  /** Trusted input. */
  clickAt(x: number, y: number, how?: Press): Promise<void>;
  /** Position in the frame with this id, which may be cross-origin. */
  clickInFrame(id: string, x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Pastes the clipboard into the focused element by keyboard. */
  paste(): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  resize(viewport: Viewport): Promise<void>;
  /** The page on U.S. Letter paper, as the bytes of a PDF. */
  print(): Promise<Buffer>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  readonly engine: Engine;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly extensionOrigin: string;
  openPage(url: string): Promise<PageHandle>;
  /** Opens one of the extension's pages, by its path in the package. */
  openExtensionPage(path: string): Promise<PageHandle>;
  /** Clicks the extension's icon while this page is in front; returns the popup. */
  clickIcon(page: PageHandle): Promise<View>;
  /** Open pages whose URL starts like this, whoever opened them. */
  pagesAt(url: string): Promise<PageHandle[]>;
  /** The extension's open pages whose path starts like this, including those it opened itself. */
  extensionPages(path: string): Promise<PageHandle[]>;
  /** Calls the extension API from one of the extension's pages: `api('tabs.query', {})`. */
  api<Result>(method: string, ...args: unknown[]): Promise<Result>;
  /**
   * Grants or revokes access to every site as the browser's settings page does. In Chromium only
   * for a build that requires it.
   */
  setEverySite(isAllowed: boolean): Promise<void>;
  /**
   * Answers the browser's own permission prompt. Not in Chromium, whose prompt can't be reached.
   */
  answerLeave(isGiven: boolean): Promise<void>;
  /**
   * A person gave these once and took them back: Chromium then asks no more, and the question that
   * can't be answered from outside doesn't come. Over a restart. Firefox asks all the same.
   */
  giveBefore(given: GivenBefore): Promise<void>;
  /** Trusts this authority (PEM), as one that a program installed. Firefox alone. */
  trust(authority: string): Promise<void>;
  /** Whether the extension is installed. */
  isInstalled(): Promise<boolean>;
  /**
   * Checks for a newer version as the browser's timer does, and waits for the download; a restart
   * applies it.
   */
  checkForUpdates(): Promise<void>;
  /**
   * Clicks a notification or its first button. Headless browsers draw none, so this calls the
   * worker as the browser would. Not in Firefox, which drops notifications without a desktop.
   */
  pressNotification(id: string, part: 'body' | 'button'): Promise<void>;
  /** When the current background worker started, in Firefox with its code loaded; ms since 1970. */
  workerStartedAt(): Promise<number>;
  /** Stops the background worker, as an idle timeout does. */
  stopWorker(): Promise<void>;
  /**
   * Closes the browser normally and starts it again with the same profile; opens `firstPage` if
   * given and if policy installs the extension.
   */
  restart(firstPage?: string): Promise<void>;
  /**
   * The same, with its profile changed in between: by a disk, a program that cleans up, a crash.
   */
  restartAfter(change: (profile: Profile) => void): Promise<void>;
  /** Kills the browser's process and starts it again with the same profile. */
  kill(): Promise<void>;
  /**
   * Replaces the extension with another build: in Firefox while running, in Chromium over a
   * restart, with its folder's files replaced.
   */
  upgrade(folder: string): Promise<void>;
  /** Absent where it was not started to be lent, and in Chromium after a restart. */
  readonly reuse?:
    | {
        /**
         * Takes the extension off and installs this build as new, with nothing of what was stored,
         * opened or downloaded before.
         */
        reinstall(folder: string): Promise<void>;
        /** Ends the browser at once, as this process ends. */
        end(): void;
      }
    | undefined;
  /** Resolves when the person closes the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}
