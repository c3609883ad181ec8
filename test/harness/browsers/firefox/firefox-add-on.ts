// Queries and changes an add-on in Firefox the way its own pages and prompts do: with scripts in
// the browser's own window.
export type RunInChrome = <Result>(script: string, ...args: unknown[]) => Promise<Result>;

export async function until<Result>(
  what: string,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within a minute.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const isInstalled = (inChrome: RunInChrome, id: string) =>
  inChrome<boolean>(`return WebExtensionPolicy.getByID(arguments[0]) !== null;`, id);

export const hasStarted = (inChrome: RunInChrome, id: string) =>
  inChrome<boolean>(
    `return Boolean(WebExtensionPolicy.getByID(arguments[0])?.extension?.uuid);`,
    id,
  );

/** The origins of add-ons that are installed from now on, by their ids. */
export const nameOrigin = (inChrome: RunInChrome, uuids: Readonly<Record<string, string>>) =>
  inChrome<null>(
    `Services.prefs.setStringPref('extensions.webextensions.uuids', arguments[0]); return null;`,
    JSON.stringify(uuids),
  );

/** Ends what is under way, and empties the list. */
export const forgetDownloads = (inChrome: RunInChrome) =>
  inChrome<null>(
    `const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
    const list = await Downloads.getList(Downloads.ALL);
    for (const download of await list.getAll()) {
      await list.remove(download);
      await download.finalize(true).catch(() => undefined);
    }
    return null;`,
  );

export async function setEverySite(
  inChrome: RunInChrome,
  id: string,
  isAllowed: boolean,
): Promise<void> {
  await inChrome(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(arguments[0]);
    await ExtensionPermissions[arguments[1] ? 'add' : 'remove'](arguments[0], { origins: ['*://*/*'], permissions: [], data_collection: [] }, extension);`,
    id,
    isAllowed,
  );
}

/** Presses a button of the browser's own question for a permission. */
export async function answerLeave(inChrome: RunInChrome, isGiven: boolean): Promise<void> {
  // Firefox disables the buttons briefly after the prompt appears, against accidental clicks.
  let wasAsked = false;
  await until('The browser’s question to go', async () => {
    const isAsked = await inChrome<boolean>(
      `const question = document.getElementById('addon-webext-permissions-notification');
        const isAsked = PopupNotifications.isPanelOpen && question !== null;
        if (isAsked) (arguments[0] ? question.button : question.secondaryButton).click();
        return isAsked;`,
      isGiven,
    );
    wasAsked ||= isAsked;
    return wasAsked && !isAsked ? true : undefined;
  });
}

/** Looks for a newer version as the browser's own timer does, and waits until it is there. */
export async function checkForUpdates(inChrome: RunInChrome, id: string): Promise<void> {
  const before = await inChrome<string>(
    `const { AddonManager, AddonManagerPrivate } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      Services.prefs.setBoolPref('extensions.update.enabled', true);
      const { version } = await AddonManager.getAddonByID(arguments[0]);
      await AddonManagerPrivate.backgroundUpdateCheck();
      return version;`,
    id,
  );
  // The check ends before the download does.
  await until('The newer version', async () => {
    const version = await inChrome<string>(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addOn = await AddonManager.getAddonByID(arguments[0]);
        return addOn.pendingUpgrade?.version ?? addOn.version;`,
      id,
    );
    return version === before ? undefined : true;
  });
}
