// An application that Svelte takes over with the body as its target.
import App from './app.svelte';

export const render = async (installer) => {
  const { head, body } = (await import('svelte/server')).render(App, { props: { installer } });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
};

export async function hydrate(installer) {
  (await import('svelte')).hydrate(App, { target: document.body, props: { installer } });
}
