// The second file (page-facts.iife.ts), which comes only where the worker wants it.
import { ask, complain, isConnected } from '../platform/content/worker-client.ts';
import { addStyle, element, home, isArriving } from './element.ts';
import { onDomSettled } from './on-dom-settled.ts';
import type { Lent, PageReader } from './single-instance.ts';
import { page, unshadowed } from './unshadowed.ts';

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

export let reader: PageReader | null = null;

export function takeReader(make: (lent: Lent) => PageReader): void {
  reader = make(lent);
}

export function requestReader(): void {
  void ask('inject-page-reader', {});
}
