import type { OptionsFacts } from '../../../src/core/view/build-options.ts';
import type { Scene } from '../page/scene.ts';
import type { TraceState } from '../page/traces.ts';

export interface OptionsScene extends Scene {
  readonly facts?: Partial<OptionsFacts>;
  readonly everySite?: 'on' | 'required';
  readonly traces?: TraceState;
  /** The worker fails to answer the first time, or to save. */
  readonly worker?: 'failing' | 'not-saving';
}
