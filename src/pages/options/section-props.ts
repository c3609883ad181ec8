// What each section of the settings is given.
import type { OptionsView } from '../../core/view/options.ts';

export interface SectionProps {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
}
