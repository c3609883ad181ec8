// Props of every section of the options page.
import type { OptionsView } from '../../core/view/options.ts';

export interface SectionProps {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
}
