// Runs in the page on a shadow root only the test can reach. A string, because it is sent to both
// engines as text.
import { readFocus } from './focus-reading.ts';

export const readShadowRoot = `function (root) {
  const host = root.host;
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  // Keep no-break spaces.
  const words = (element) => (element.innerText || element.textContent || '').replace(/[ \\t\\r\\n]+/g, ' ').trim();
  const body = [...root.children].filter((child) => child.localName !== 'style');
  // The link that the mark hangs on; a wide mark may be pushed sideways by the window's edge, never
  // down.
  const near = () => {
    const { x, y, width, height } = body[0].getBoundingClientRect();
    const far = (link) => {
      const box = [...link.getClientRects()].at(-1) ?? new DOMRect(-1e6);
      return Math.abs(box.top - y - height * 0.7) * 10 + Math.abs(box.right - x - width / 2);
    };
    return [...document.querySelectorAll('a[*|href]')].sort((one, other) => far(one) - far(other))[0]?.id ?? '';
  };
  const heading = root.querySelector('h1, h2, h3, [role=heading], strong');
  const roleBearer = root.querySelector('[role]');
  const buttons = [...root.querySelectorAll('button, a[href], summary, [role=button]')].filter(shown).map((button) => {
    const box = button.getBoundingClientRect();
    return { label: button.getAttribute('aria-label') || words(button), x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height };
  });
  return {
    hostTag: host.localName,
    near: host.localName === 'span' ? near() : '',
    visible: body.some(shown),
    text: body.map(words).join(' ').trim(),
    heading: heading ? words(heading) : '',
    language: body.find((child) => child.lang)?.lang ?? '',
    direction: body.find((child) => child.dir)?.dir ?? '',
    role: roleBearer ? roleBearer.getAttribute('role') : '',
    classes: body.flatMap((child) => [...child.classList, ...Object.values(child.dataset)]),
    buttons,
    focused: root.activeElement ? (${readFocus})(root.activeElement) : null,
  };
}`;
