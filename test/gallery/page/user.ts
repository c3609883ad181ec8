// What a person does with a page, found by the words on it.
/** Waits until the page has done what it does next; for a state that never comes, the test's time limit speaks. */
async function until<Result>(attempt: () => Result | null | undefined | false): Promise<Result> {
  for (;;) {
    const result = attempt();
    if (result !== null && result !== undefined && result !== false) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Documents and the shadow trees in them: the notice lives in one. */
function scopes(): ParentNode[] {
  const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
  return [document, ...roots];
}

const every = <Kind extends Element>(selector: string): Kind[] =>
  scopes().flatMap((scope) => [...scope.querySelectorAll<Kind>(selector)]);
const seen = (element: Element) => element.checkVisibility();
/** Nobody presses what can't be seen. */
const isPressable = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

export interface Hand {
  /** Waits for the first visible element of that selector. */
  readonly see: (selector: string) => Promise<HTMLElement>;
  readonly press: (selector: string) => Promise<void>;
  readonly type: (selector: string, text: string) => Promise<void>;
  /** Chooses an option of a list by its place; the first one is 0. */
  readonly choose: (selector: string, place: number) => Promise<void>;
  /** Opens everything that can be unfolded. */
  readonly unfold: () => void;
}

const see = (selector: string) => until(() => every<HTMLElement>(selector).find(seen));

export const hand: Hand = {
  see,
  async press(selector) {
    const target = await until(() => every<HTMLElement>(selector).find(isPressable));
    // Nobody is quicker than a frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    target.click();
  },
  async type(selector, text) {
    const input = await see(selector);
    if (!(input instanceof HTMLInputElement) && !(input instanceof HTMLTextAreaElement))
      throw new Error(`Nothing can be typed into ${selector}.`);
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  },
  async choose(selector, place) {
    const list = await see(selector);
    if (!(list instanceof HTMLSelectElement))
      throw new Error(`${selector} is no list to choose from.`);
    list.selectedIndex = place;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  },
  unfold() {
    for (const fold of every<HTMLDetailsElement>('details')) fold.open = true;
  },
};
