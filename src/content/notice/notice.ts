// The notice in plain DOM, text only. Draws what the worker sent and reports clicks.
import type { NoticeView, Topic } from '../../messages.ts';
import { element, icon } from '../element.ts';

export interface NoticeActions {
  readonly openTopic: (topic: Topic) => void;
  readonly snooze: () => void;
  readonly close: () => void;
}

/** Shapes differ as well as colors: octagon, triangle, circle. */
const icons: Readonly<Record<NoticeView['tier'], readonly string[]>> = {
  warning: ['M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7Z', 'M10 6v5', 'M10 14v.01'],
  notice: ['M10 2.5 18 17H2Z', 'M10 8v4', 'M10 14.5v.01'],
  hint: ['M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z', 'M10 9v5', 'M10 6v.01'],
};

/**
 * Creates the empty notice and a function that fills it. Text added after the element is shown is
 * announced by screen readers.
 */
export function drawNotice(
  view: NoticeView,
  actions: NoticeActions,
): {
  readonly card: HTMLElement;
  readonly fill: () => void;
  /** A person pressed this; what is no button does nothing. */
  readonly press: (pressed: Element) => void;
} {
  const acts = new Map<Element, () => void>();
  const button = (
    label: string | Node,
    act: () => void,
    attributes: Readonly<Record<string, string>> = {},
  ): HTMLButtonElement => {
    const made = element('button', { type: 'button', ...attributes }, label);
    acts.set(made, act);
    return made;
  };
  const said = element('div', { role: view.tier === 'warning' ? 'alert' : 'status' });
  const card = element(
    'section',
    { class: `card ${view.tier}`, lang: view.language, dir: view.direction },
    said,
  );

  const fill = () => {
    card.setAttribute('aria-labelledby', 'title');
    said.append(
      element(
        'div',
        { class: 'top' },
        icon(...icons[view.tier]),
        element('h2', { id: 'title' }, element('span', { class: 'name' }, view.name), view.title),
        button(icon('M5 5l10 10', 'M15 5 5 15'), actions.close, {
          class: 'close',
          'aria-label': view.closeLabel,
          title: view.closeLabel,
        }),
      ),
      element('p', { class: 'text' }, view.text),
    );
    if (view.organization) said.append(element('p', { class: 'own' }, view.organization));

    const ways = [view.primary, ...view.secondary].map(({ label, topic }) =>
      button(label, () => actions.openTopic(topic)),
    );
    const why = element(
      'div',
      { class: 'why', id: 'why', hidden: '' },
      view.why,
      element('code', { translate: 'no' }, view.rule),
    );
    const ask = button(
      view.whyLabel,
      () => {
        ask.ariaExpanded = String(!why.toggleAttribute('hidden'));
        // It may be below the visible part of a low window.
        why.scrollIntoView({ block: 'nearest' });
      },
      { 'aria-expanded': 'false', 'aria-controls': 'why' },
    );
    const foot = element('div', { class: 'foot' }, ask);
    if (view.snoozeLabel) foot.prepend(button(view.snoozeLabel, actions.snooze));
    card.append(element('div', { class: 'ways' }, ...ways), foot, why);
  };
  const press = (pressed: Element) => acts.get(pressed)?.();
  card.addEventListener('click', ({ isTrusted, target }) => {
    const pressed = target instanceof Element && target.closest('button');
    if (isTrusted && pressed) press(pressed);
  });
  return { card, fill, press };
}
