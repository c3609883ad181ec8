/** Saves a file for the person; nothing is sent anywhere. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not immediately: Firefox is still reading it.
  // TODO [2027-06-01] Check whether it still is.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
