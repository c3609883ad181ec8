// What checks look at: what is visible, in shadow trees too.
/** Documents and the shadow trees in them, which are opened here. */
export function scopes(): (Document | ShadowRoot)[] {
  return [
    document,
    ...[...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []),
  ];
}

export const every = (selector: string) =>
  scopes()
    .flatMap((scope) => [...scope.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => element.checkVisibility());

export function nameOf(element: Element): string {
  const words = (element.getAttribute('aria-label') ?? element.textContent)
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 40);
  return `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((one) => `.${one}`).join('')} “${words}”`;
}

/** Words for screen readers alone are cut away on purpose. */
export const isOnlyRead = (element: Element) => element.closest('.only-read') !== null;
