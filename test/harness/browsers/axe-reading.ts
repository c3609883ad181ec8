// Runs in a world that the page can't see: what axe finds in shadow roots that only the test can reach. Strings, since they travel
// to both engines as text.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const axeSource = readFileSync(
  fileURLToPath(import.meta.resolve('axe-core/axe.min.js')),
  'utf8',
);

/** Takes closed roots; axe looks into a root that its host names, so each host is made to, for this world's eyes alone. */
export const readByAxe = `async function (roots) {
  const hosts = roots.map((root) => root.host);
  for (const root of roots) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  // axe lays its map of what covers what over the body alone; ours stand beside it.
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
  // What stands in a shadow root is named by a way of more than one step.
  const within = (nodes) => nodes.filter(({ target }) => target.some((step) => typeof step !== 'string'));
  return {
    faults: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.flat().join(' ') + ' - ' + String(failureSummary).replace(/\\s+/g, ' '))),
    judged: passes.filter(({ nodes }) => within(nodes).length > 0).map(({ id }) => id),
  };
}`;
