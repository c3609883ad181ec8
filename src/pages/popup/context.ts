// What every part of the popup needs beside the strings: the view, the instant it is read at, the
// way to another part.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PopupView } from '../../core/view/popup/popup.ts';
import type { Panel, Part, Route } from './route.ts';

export interface PopupContextValue {
  readonly view: PopupView;
  readonly now: number;
  readonly place: Route;
  /** Shows a part, and in it the element with that id. */
  readonly show: (part: Part, anchor?: string) => void;
  /** Text typed elsewhere, to search for. */
  readonly open: (panel: Panel, wanted?: string) => void;
  readonly wanted: string;
  /** Id of the last request; a new object each time. */
  readonly target: { readonly anchor: string } | null;
}

export const PopupContext = createContext<PopupContextValue | null>(null);

export function usePopup(): PopupContextValue {
  const surroundings = useContext(PopupContext);
  if (!surroundings) throw new Error('A part of the popup was drawn outside it.');
  return surroundings;
}
