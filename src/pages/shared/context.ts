// What a page of ours needs from outside; main.tsx gives the browser's, the gallery gives samples.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../core/i18n/messages.ts';
import type { Area } from '../../core/traces/areas.ts';
import type { Replies, RequestName, RequestOf } from '../../messages.ts';

type Ask = <Name extends RequestName>(
  name: Name,
  request: RequestOf<Name>,
) => Promise<Replies[Name]>;

export interface ExtensionClient {
  readonly request: Ask;
  /** The browser's language among ours: what is spoken as long as nobody named another. */
  readonly language: string;
  /** Interface strings of a language, whichever one the browser speaks. */
  readonly stringsOf: (language: string) => Promise<Translate>;
  /** Calls back when something stored has changed; returns the way to stop. */
  readonly onChange: (listener: () => void) => () => void;
  /** Calls back when a tab has come to another page; returns the way to stop. */
  readonly onPageLoaded: (listener: (tabId: number) => void) => () => void;
  readonly copy: (text: string) => Promise<void>;
  /** Permissions that looking for traces needs; only within a click. False where the person or the browser refuses. */
  readonly traces: { readonly request: (areas: readonly Area[]) => Promise<boolean> };
  /** Leave to look at every site. `required` where this build has it from the start. */
  readonly everySite: {
    readonly state: () => Promise<'on' | 'off' | 'required'>;
    /** Only within a click; false where the person or the browser refuses. */
    readonly request: () => Promise<boolean>;
    readonly remove: () => Promise<boolean>;
    readonly onChange: (listener: () => void) => () => void;
  };
}

export interface PageContextValue {
  readonly t: Translate;
  readonly language: string;
  readonly connection: ExtensionClient;
}

export const PageContext = createContext<PageContextValue | null>(null);

export function usePage(): PageContextValue {
  const surroundings = useContext(PageContext);
  if (!surroundings) throw new Error('A part of a page was drawn outside its page.');
  return surroundings;
}
