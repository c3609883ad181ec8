import browser from 'webextension-polyfill';

/** Chromium refuses within milliseconds; what takes longer was started. */
const startedAfterMs = 2_000;

/**
 * The browser's answer for a program registered under this name; null without the permission,
 * `started` if it let us connect. Nothing is ever sent to the program.
 */
export function askForProgram(name: string): Promise<string | null> {
  const { runtime } = browser;
  if (typeof (runtime as Partial<typeof runtime>).connectNative !== 'function')
    return Promise.resolve(null);
  return new Promise((resolve) => {
    const port = runtime.connectNative(name);
    const leave = () => {
      port.disconnect();
      resolve('started');
    };
    const timer = setTimeout(leave, startedAfterMs);
    port.onMessage.addListener(leave);
    port.onDisconnect.addListener(() => {
      clearTimeout(timer);
      resolve(port.error?.message ?? runtime.lastError?.message ?? '');
    });
  });
}
