// Plays a scene: draws the page, does what a person does in it, then lets itself be judged.
import { faults, type AxeExtent } from './faults/faults.ts';
import { hand } from './user.ts';
import type { Scene } from './scene.ts';

declare global {
  /** The photographer's way in. */
  var gallery: {
    readonly ready: Promise<void>;
    readonly faults: (axe: AxeExtent) => Promise<string[]>;
    /** Resolves once the last change is painted. */
    readonly painted: () => Promise<void>;
  };
}

/** The scene that the address names. */
export function chosenScene<One extends Scene>(scenes: Readonly<Record<string, One>>): One {
  const name = new URL(location.href).searchParams.get('scene') ?? '';
  const scene = scenes[name];
  if (!scene) throw new Error(`There is no scene ${name}.`);
  return scene;
}

const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** `settled` is the selector that stands once the page has its view. */
export function present(scene: Scene, draw: (root: HTMLElement) => void, settled: string): void {
  const play = async () => {
    const root = document.getElementById('root');
    if (!root) throw new Error('The page has no root.');
    draw(root);
    await hand.see(settled);
    await scene.act?.(hand);
    await painted();
  };
  globalThis.gallery = { ready: play(), faults, painted };
}
