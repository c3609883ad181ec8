// An application that Vue takes over in its own part of the page.
import { createSSRApp, h, ref } from 'vue';

const app = (installer) =>
  createSSRApp({
    setup() {
      const [count, page] = [ref(0), ref('Notes')];
      const go = (path, title) => {
        history.pushState(null, '', path);
        document.title = page.value = title;
      };
      return () => [
        h('button', { id: 'count', onClick: () => (count.value += 1) }, String(count.value)),
        h(
          'button',
          { id: 'there', onClick: () => go('/there', 'Download Kaspersky Antivirus 2024') },
          'There',
        ),
        h('button', { id: 'back', onClick: () => go('/back', 'Notes') }, 'Back'),
        h('p', { id: 'text' }, [
          'A ',
          h('a', { id: 'file', href: installer }, 'file'),
          ' and more: ',
          page.value,
        ]),
        h('ul', [h('li', 'One'), h('li', 'Two')]),
      ];
    },
  });

const frame = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title></head><body>${body}</body></html>`;

export const render = async (installer) =>
  frame(
    `<div id="app">${await (await import('vue/server-renderer')).renderToString(app(installer))}</div>`,
  );

export function hydrate(installer) {
  app(installer).mount('#app');
}
