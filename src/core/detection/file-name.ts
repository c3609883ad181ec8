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

/** Whether an address names a file and not a page: what starts a download when it is followed. */
export function isFileAddress(address: string): boolean {
  return (
    /\.[a-z0-9]{2,12}$/i.test(fileNameOf(address)) &&
    !/\.(?:[xs]?html?|php\d?|aspx?|jsp|jspx|cfm|do|cgi|pl|action)$/i.test(fileNameOf(address))
  );
}

/** A name that every browser takes for a new download; undefined where it would refuse it. */
export function suggestedName(fileName: string): string | undefined {
  return /^[^.\\/:*?"<>|~\p{C}][^\\/:*?"<>|~\p{C}]{0,199}$/u.test(fileName) &&
    !/[. ]$/.test(fileName)
    ? fileName
    : undefined;
}
