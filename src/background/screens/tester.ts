// The tester on the options page; uses the normal detector.
import { classify } from '../../core/detection/classify.ts';
import type { Verdict } from '../../core/detection/model/verdict.ts';
import type { RequestOf } from '../../messages.ts';
import { currentAdvisory } from '../advisory/current.ts';

export async function classifyForPage({ type, value }: RequestOf<'classify'>): Promise<Verdict> {
  const { index } = (await currentAdvisory()).rules;
  return classify(index, type === 'filename' ? { type, filename: value } : { type, url: value });
}
