// Pages whose bodies Turbo exchanges: no document is loaded but the first.
const titles = { '/there': 'Download Kaspersky Antivirus 2024' };

export const render = (installer, path) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${titles[path] ?? 'Notes'}</title></head><body><button id="count" onclick="this.textContent = Number(this.textContent) + 1">0</button><a id="there" href="/there">There</a> <a id="back" href="/back">Back</a><p id="text">A <a id="file" href="${installer}">file</a> and more: ${titles[path] ?? 'Notes'}</p><ul><li>One</li><li>Two</li></ul></body></html>`;

export async function hydrate() {
  await import('@hotwired/turbo');
}
