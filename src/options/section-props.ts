// What each section of the settings is given.
import type { OptionsView } from '../core/options-view.ts';

export interface SectionProps {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
}
