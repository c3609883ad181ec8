// What our pages need from outside. main.tsx provides the browser's, the gallery provides samples.
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
  /** The browser's language among ours, used until a person chooses another. */
  readonly language: string;
  /** Interface strings of a language, whatever the browser's. */
  readonly stringsOf: (language: string) => Promise<Translate>;
  /** Calls back when something stored changed; returns an unsubscribe function. */
  readonly onChange: (listener: () => void) => () => void;
  /** Calls back when a tab has loaded another page; returns an unsubscribe function. */
  readonly onPageLoaded: (listener: (tabId: number) => void) => () => void;
  readonly copy: (text: string) => Promise<void>;
  /**
   * Permissions that looking for traces needs; only within a click. False where the person or the
   * browser refuses.
   */
  readonly traces: { readonly request: (areas: readonly Area[]) => Promise<boolean> };
  /** Access to every site. `required` if this build has it from the start. */
  readonly everySite: {
    readonly state: () => Promise<'on' | 'off' | 'required'>;
    /** Only within a click; false if the person or the browser refuses. */
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
