// What a person clicks in a page that starts a download: a link, a form, a file that the page made itself.
import type { PageHandle } from '../browsers/browser.ts';

/** Makes the page's first act with this a person's: a click on what covers it. */
export async function click(page: PageHandle, make: string, ...args: unknown[]): Promise<void> {
  await page.evaluate(
    `(...args) => { const element = (${make})(...args); element.style.cssText = 'position:fixed;inset:0 auto auto 0;width:200px;height:60px;background:white'; document.body.append(element); }`,
    ...args,
  );
  await page.clickAt(40, 30);
}
export const link = `(href) => { const link = document.createElement('a'); link.href = href; link.textContent = 'File'; return link; }`;
export const savingLink = `(href, name) => { const link = document.createElement('a'); link.href = href; link.download = name; link.textContent = 'File'; return link; }`;
export const form = `(action) => { const form = document.createElement('form'); form.method = 'POST'; form.action = action; form.innerHTML = '<button style="width:200px;height:60px">Get</button>'; return form; }`;
export const made = `(bytes, name, isData) => {
  const link = document.createElement('a');
  link.href = isData ? 'data:application/octet-stream;base64,' + btoa('.'.repeat(bytes)) : URL.createObjectURL(new Blob(['.'.repeat(bytes)], { type: 'application/octet-stream' }));
  link.download = name;
  link.textContent = 'File';
  return link;
}`;
