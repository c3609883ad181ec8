// Runs axe in an isolated world on closed shadow roots. Strings, because they are sent to both
// engines as text.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const axeSource = readFileSync(
  fileURLToPath(import.meta.resolve('axe-core/axe.min.js')),
  'utf8',
);

/** Takes closed roots. axe looks only into a host's `shadowRoot`, so define that in this world. */
export const readByAxe = `async function (roots) {
  const hosts = roots.map((root) => root.host);
  for (const root of roots) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  // axe maps overlaps only below the body, but our hosts are beside it.
  const { createTreeWalker } = Document.prototype;
  document.createTreeWalker = (root, ...rest) => {
    const walker = createTreeWalker.call(document, root === document.body ? document.documentElement : root, ...rest);
    if (root === document.body) walker.nextNode();
    return walker;
  };
  const { violations, passes } = await window.axe.run({ include: hosts }, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations', 'passes'],
    iframes: false,
  });
  // Targets inside a shadow root have more than one step.
  const within = (nodes) => nodes.filter(({ target }) => target.some((step) => typeof step !== 'string'));
  return {
    faults: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.flat().join(' ') + ' - ' + String(failureSummary).replace(/\\s+/g, ' '))),
    judged: passes.filter(({ nodes }) => within(nodes).length > 0).map(({ id }) => id),
  };
}`;
