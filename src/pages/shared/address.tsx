// An address with its host in bold, and in one piece if the line has room, so that people notice
// whose it is.
import type { VNode } from 'preact';
import type { QuestionView } from '../../core/decision/question.ts';
import { Breakable } from './breakable.tsx';

export function Address({
  address: { before, host, after },
}: {
  readonly address: QuestionView['address'];
}): VNode {
  return (
    <bdi>
      {before}
      <strong>
        <Breakable text={host} />
      </strong>
      <wbr />
      <Breakable text={after} />
    </bdi>
  );
}
