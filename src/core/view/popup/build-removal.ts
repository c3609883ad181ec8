import type { Advisory } from '../../advisory/schema.ts';
import type { Statement } from '../../advisory/statement-schema.ts';
import type { Text } from '../../i18n/text.ts';
import type { PopupView, StatementView } from './popup.ts';
import type { StepGroupView, StepView } from './steps.ts';

export type TextOf = (text: Text | undefined) => string;
type StepGroup = Advisory['removal']['before'][number];

export function statementView(
  { id, text, sources, confirmed }: Statement,
  textOf: TextOf,
): StatementView {
  return { id, text: textOf(text), sources, confirmed };
}

export function removalView(removal: Advisory['removal'], textOf: TextOf): PopupView['removal'] {
  const step = ({ text, systems, ...rest }: Advisory['removal']['verify'][number]): StepView => ({
    ...rest,
    text: textOf(text),
    systems: systems ?? null,
  });
  const group = ({ id, title, steps }: StepGroup): StepGroupView => ({
    id,
    title: textOf(title),
    steps: steps.map(step),
  });
  return {
    principles: removal.principles.map((statement) => statementView(statement, textOf)),
    before: removal.before.map(group),
    systems: removal.systems.map(({ id, title, groups }) => ({
      id,
      title: textOf(title),
      groups: groups.map(group),
    })),
    after: removal.after.map(group),
    replacement: {
      title: textOf(removal.replacement.title),
      facts: removal.replacement.facts.map((statement) => statementView(statement, textOf)),
      steps: removal.replacement.steps.map(step),
    },
    verify: removal.verify.map(step),
  };
}
