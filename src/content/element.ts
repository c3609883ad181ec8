import { page } from './unshadowed.ts';

type Child = Node | string;

const svg = 'http://www.w3.org/2000/svg';

/**
 * An element with attributes and children; text becomes text. In the namespace of HTML, since the
 * document may be an SVG or XML.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = page.createElementNS(
    'http://www.w3.org/1999/xhtml',
    tag,
  ) as HTMLElementTagNameMap[Tag];
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A 20 × 20 icon made of stroked paths. */
export function icon(...outlines: readonly string[]): SVGElement {
  const picture = page.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.setAttribute('aria-hidden', 'true');
  for (const outline of outlines) {
    const stroke = page.createElementNS(svg, 'path');
    stroke.setAttribute('d', outline);
    picture.append(stroke);
  }
  return picture;
}

/**
 * Styles for a shadow root, past the page's content security policy where the engine lets a content
 * script construct sheets. Returns what replaces them.
 */
export function addStyle(root: ShadowRoot, css: string): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return (other) => sheet.replaceSync(other);
  } catch {
    // Firefox refuses constructed sheets from content scripts (bug 1751346) but exempts our style
    // elements from the CSP.
    const style = element('style', {}, css);
    root.append(style);
    return (other) => (style.textContent = other);
  }
}

/**
 * Whether the page is still loading: an element added at the end of the body now would soon be in
 * its middle.
 */
export const isArriving = (): boolean => page.readyState === 'loading';

/**
 * Where an element of ours stands: at the body's end, which frameworks that hydrate a document
 * leave open for others. Beside the body where there is none, or where it is what a person writes
 * in.
 */
export function home(): Element | null {
  const { body } = page;
  return body instanceof HTMLBodyElement && !body.isContentEditable ? body : page.documentElement;
}
