// What every part of the popup needs beside the strings: the view, the instant it is read at, the way to another part.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PopupView } from '../core/popup-view.ts';
import type { Part } from './place.ts';

export interface PopupSurroundings {
  readonly view: PopupView;
  readonly now: number;
  readonly show: (part: Part) => void;
}

export const PopupContext = createContext<PopupSurroundings | null>(null);

export function usePopup(): PopupSurroundings {
  const surroundings = useContext(PopupContext);
  if (!surroundings) throw new Error('A part of the popup was drawn outside it.');
  return surroundings;
}
