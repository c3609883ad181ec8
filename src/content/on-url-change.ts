// Tells when a document shows another address without loading anew.

interface NavigationEvents {
  addEventListener(
    type: 'currententrychange',
    listener: () => void,
    options: { signal: AbortSignal },
  ): void;
}

/** Firefox before 147 has no navigation API: there the address is compared, which costs nothing measurable. */
const compareEveryMs = 400;

/** Calls back after each change of the address (fragment included) until `signal` ends it. */
export function onUrlChange(changed: () => void, signal: AbortSignal): void {
  let known = location.href;
  const compare = () => {
    if (location.href === known) return;
    known = location.href;
    changed();
  };
  const { navigation } = globalThis as { navigation?: NavigationEvents };
  if (navigation) {
    navigation.addEventListener('currententrychange', compare, { signal });
    return;
  }
  const timer = setInterval(() => {
    if (!document.hidden) compare();
  }, compareEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}
