// Data of our own package.
import browser from 'webextension-polyfill';

/** Rejects if the package has no such file, or it is no JSON. `path` is the package's. */
export async function readOwnJson(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path} could not be read: ${String(response.status)}.`);
  return response.json();
}
