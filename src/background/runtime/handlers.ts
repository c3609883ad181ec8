// Who answers which request. Who answers a visited page is at hand or near.
import { visitFrame, visitPage } from '../page/visit.ts';
import type { FirstName, Handlers } from './message-router.ts';

const firstHandlers: Pick<Handlers, FirstName> = {
  'page-visited': visitPage,
  'frame-visited': visitFrame,
  'inject-page-reader': async (request, sender) =>
    (await import('../base/current-page.ts')).injectPageReader(request, sender),
  'links-found': async (request) => (await import('../page/link-checks.ts')).checkLinks(request),
};

const urgent: readonly unknown[] = ['page-visited', 'frame-visited', 'links-found'];

/** Needs only the advisory, and doesn't wait for the rest of start-up. */
export function isUrgent(name: unknown): boolean {
  return urgent.includes(name);
}

export async function handlerOf<Name extends keyof Handlers>(name: Name): Promise<Handlers[Name]> {
  if (Object.hasOwn(firstHandlers, name)) {
    const first: Partial<Handlers> = firstHandlers;
    const handler = first[name];
    if (handler) return handler;
  }
  const { laterHandlers } = await import('./later-handlers.ts');
  const all: Handlers = { ...firstHandlers, ...laterHandlers };
  return all[name];
}
