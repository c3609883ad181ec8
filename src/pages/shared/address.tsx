// An address in which people see first whose it is: the host in bold, and in one piece where a line has room for it.
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
