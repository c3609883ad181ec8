// Plays a scene: draws the page, does what a person does in it, then lets itself be judged.
import { faults } from './faults.ts';
import { hand } from './user.ts';
import type { Scene } from './scene.ts';

declare global {
  /** The photographer's way in. */
  var gallery: {
    readonly ready: Promise<void>;
    readonly faults: (isWithAxe: boolean) => Promise<string[]>;
  };
}

/** The scene that the address names. */
export function chosenScene<One extends Scene>(scenes: Readonly<Record<string, One>>): One {
  const name = new URL(location.href).searchParams.get('scene') ?? '';
  const scene = scenes[name];
  if (!scene) throw new Error(`There is no scene ${name}.`);
  return scene;
}

/** `settled` is the selector that stands once the page has its view. */
export function present(scene: Scene, draw: (root: HTMLElement) => void, settled: string): void {
  const play = async () => {
    const root = document.getElementById('root');
    if (!root) throw new Error('The page has no root.');
    draw(root);
    await hand.see(settled);
    await scene.act?.(hand);
    // The last change is painted.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
  globalThis.gallery = { ready: play(), faults };
}
