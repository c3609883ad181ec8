/** Gives a person a file of their own making; nothing is sent anywhere. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: Firefox still reads it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
