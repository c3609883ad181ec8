// Who answers which request. Who answers a visited page is at hand.
import { visitFrame, visitPage } from '../page/visit.ts';
import type { FirstName, Handlers } from './message-router.ts';

const firstHandlers: Pick<Handlers, FirstName> = {
  'page-visited': visitPage,
  'frame-visited': visitFrame,
};

/** Needs only the advisory, and doesn't wait for the rest of start-up. */
export function isUrgent(name: unknown): boolean {
  return name === 'links-found' || (typeof name === 'string' && Object.hasOwn(firstHandlers, name));
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
