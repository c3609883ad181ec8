// A document that React takes over as a whole.
import { createElement as h, useState } from 'react';

function App({ installer }) {
  const [count, setCount] = useState(0);
  const [page, setPage] = useState('Notes');
  const go = (path, title) => {
    history.pushState(null, '', path);
    setPage(title);
  };
  return h(
    'html',
    { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, page)),
    h(
      'body',
      null,
      h('button', { id: 'count', onClick: () => setCount(count + 1) }, String(count)),
      h(
        'button',
        { id: 'there', onClick: () => go('/there', 'Download Kaspersky Antivirus 2024') },
        'There',
      ),
      h('button', { id: 'back', onClick: () => go('/back', 'Notes') }, 'Back'),
      h(
        'p',
        { id: 'text' },
        'A ',
        h('a', { id: 'file', href: installer }, 'file'),
        ' and more: ',
        page,
      ),
      h('ul', null, h('li', null, 'One'), h('li', null, 'Two')),
    ),
  );
}

export const render = async (installer) =>
  `<!doctype html>${(await import('react-dom/server')).renderToString(h(App, { installer }))}`;

export async function hydrate(installer) {
  (await import('react-dom/client')).hydrateRoot(document, h(App, { installer }));
}
