// The true notice and marks in somebody else's page. Their shadow trees are opened here alone, so that they can be looked into.
import { buildNotice } from '../../../src/core/view/build-notice.ts';
import { makeSnoozeWords } from '../../../src/core/view/snooze-words.ts';
import { drawNotice } from '../../../src/content/notice/notice.ts';
import { showInTopLayer } from '../../../src/content/notice/notice-host.ts';
import { addStyle, element, home, isArriving } from '../../../src/content/element.ts';
import { markLinks } from '../../../src/content/links/link-marks.ts';
import type { Lent } from '../../../src/content/single-instance.ts';
import { onDomSettled } from '../../../src/content/on-dom-settled.ts';
import { page, unshadowed } from '../../../src/content/unshadowed.ts';
import { ask, complain, isConnected } from '../../../src/platform/content/worker-client.ts';
import { chosenScene, present } from '../page/present.ts';
import { advisory, language, t } from '../page/locale.ts';
import { scenes } from './scenes.ts';

const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  return attachShadow.call(this, { ...init, mode: 'open' });
};

// The notice takes no click that a script made; here such a click stands for a person's.
const { addEventListener } = EventTarget.prototype;
const trusted = (event: Event) =>
  new Proxy(event, {
    get: (target, name) => name === 'isTrusted' || Reflect.get(target, name, target),
  });
HTMLElement.prototype.addEventListener = function (
  type: string,
  listener: EventListenerOrEventListenerObject,
  options?: boolean | AddEventListenerOptions,
) {
  const wrapped =
    type === 'click' && typeof listener === 'function'
      ? (event: Event) => void listener(trusted(event))
      : listener;
  addEventListener.call(this, type, wrapped, options);
};

/** As the worker answers a content script that asks which links start a listed download. */
const runtime = {
  id: 'gallery',
  getManifest: () => ({}),
  sendMessage: ({ request }: { request: { urls: readonly string[] } }) =>
    Promise.resolve({ reply: request.urls.map((url) => url.includes('kis15')) }),
};
Object.assign(globalThis, { chrome: { runtime } });

const lent: Lent = [
  page,
  ask,
  element,
  addStyle,
  home,
  isArriving,
  isConnected,
  onDomSettled,
  complain,
  unshadowed,
];
const scene = chosenScene(scenes);

function draw(): void {
  if (scene.marksLinks) markLinks(lent, t('linkMark'), language);
  if (!scene.label) return;
  const verdict = {
    label: scene.label,
    rule: `sample.${scene.label}`,
    matched: 'portal.example',
    reason: {
      en: 'This site is on the advisory’s list of download portals that offer the software.',
    },
  };
  const { days, until } = makeSnoozeWords(language, 30, '2026-12-23');
  const notice = buildNotice(verdict, {
    advisory,
    language,
    t,
    organization: scene.organization ?? null,
    mayDismiss: true,
    snooze: { days, until: until['2026-12-23'] ?? '' },
  });
  if (!notice) throw new Error(`The advisory has no words for ${scene.label}.`);
  const { snoozeLabel: _, ...persistent } = notice;
  const nothing = () => undefined;
  const { card, fill } = drawNotice(scene.isPersistent ? persistent : notice, {
    openTopic: nothing,
    snooze: nothing,
    close: nothing,
  });
  showInTopLayer(card, () => console.error('The notice gave up.'));
  fill();
}

present(scene, draw, scene.label ? '.card h2' : 'h1');
