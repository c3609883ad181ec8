/** The name that an address suggests for its file; empty where it has none. */
export function fileNameOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // Not UTF-8: the raw name still shows what it is.
  }
}
