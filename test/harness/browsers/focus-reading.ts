// Runs in a page: how the focused element shows its focus. A string, because it is sent to both
// engines as text.
export const readFocus = `function (element) {
  const numbers = (color) => (color.match(/[\\\\d.]+/g) || []).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => { const share = part / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => { const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
  const parentOf = (node) => node.parentElement || (node.getRootNode().host || null);
  const groundOf = (node) => {
    for (let at = node; at; at = parentOf(at)) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const faults = [];
  // An outline outside the element is on its parent's background; one inside is on its own.
  const ground = parseFloat(style.outlineOffset) < 0 ? groundOf(element) : groundOf(parentOf(element));
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline of 2 px: ' + style.outline);
  else if (contrast(numbers(style.outlineColor), ground) < 3) faults.push('outline ' + style.outlineColor + ' on ' + ground + ': less than 3:1');
  const isInline = element.localName === 'a' && style.display.startsWith('inline') && element.closest('p, li, dd');
  // A small box is fine if the clickable area around it isn't: tries a circle of 24 px.
  const [middle, center] = [box.x + box.width / 2, box.y + box.height / 2];
  const isHit = ([x, y]) => { const at = element.getRootNode().elementFromPoint(middle + x, center + y); return at && (at === element || [...element.labels].some((label) => label.contains(at))); };
  const isBoxed = element.type === 'checkbox' || element.type === 'radio';
  const isLarge = isBoxed ? [[11.5, 0], [-11.5, 0], [0, 11.5], [0, -11.5]].every(isHit) : box.height > 23.9 && box.width > 23.9;
  if (!isInline && !isLarge) faults.push('smaller than 24 px: ' + box.width + ' x ' + box.height);
  const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), box.y + box.height / 2];
  const top = element.getRootNode().elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
  if (box.bottom <= 0 || box.top >= innerHeight) faults.push('not in the window');
  else if (top && !element.contains(top) && !top.contains(element)) faults.push('covered by ' + top.localName + '.' + top.className);
  const name = element.getAttribute('aria-label') || (element.labels && element.labels[0] ? element.labels[0].innerText : '') || element.innerText || element.localName;
  return { name: name.replace(/\\\\s+/g, ' ').trim().slice(0, 80), faults };
}`;
