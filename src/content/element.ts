type Child = Node | string;

/** An element with attributes and children; text becomes text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A 20 × 20 picture from the outlines of its strokes. */
export function icon(...outlines: readonly string[]): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.setAttribute('aria-hidden', 'true');
  for (const outline of outlines) {
    const stroke = document.createElementNS(svg, 'path');
    stroke.setAttribute('d', outline);
    picture.append(stroke);
  }
  return picture;
}

/** Styles for a shadow root, past the page's content security policy where the engine lets a content script construct sheets. */
export function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses sheets across its content-script border (bug 1751346); it lets a style element of ours pass instead.
    root.append(element('style', {}, css));
  }
}
