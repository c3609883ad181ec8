// The tester on the options page; uses the normal detector.
import { explain, type Explained } from '../../core/detection/classify.ts';
import type { RequestOf } from '../../messages.ts';
import { currentAdvisory } from '../advisory/current.ts';

export async function classifyForPage({
  type,
  value,
  title,
}: RequestOf<'classify'>): Promise<Explained> {
  const { index } = (await currentAdvisory()).rules;
  return explain(
    index,
    type === 'filename' ? { type, filename: value } : { type, url: value, title },
  );
}
