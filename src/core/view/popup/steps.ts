// Views of what a person chooses from and ticks off.

export interface ChoiceView {
  readonly id: string;
  readonly label: string;
}

export interface StepView {
  readonly id: string;
  readonly text: string;
  /** Commands, paths or file names within the text. */
  readonly code: readonly string[];
  /** Information rather than a task, so it has no checkbox. */
  readonly isNote: boolean;
  /** Shows the button that looks for traces. */
  readonly looksForTraces: boolean;
  /** Systems whose guides show it; null means all. */
  readonly systems: readonly string[] | null;
  readonly sources: readonly string[];
  readonly confirmed: boolean;
}

export interface StepGroupView {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly StepView[];
}
