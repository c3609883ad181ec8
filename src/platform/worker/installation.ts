// Which browser this is, and who installed the extension.
import browser from 'webextension-polyfill';

/** Whether an administrator installed it. */
export async function isInstalledByPolicy(): Promise<boolean> {
  return (await browser.management.getSelf()).installType === 'admin';
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
