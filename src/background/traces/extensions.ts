// D3: the vendor's extensions in this browser.
import { judgeExtensions } from '../../core/traces/detectors/browser-extensions.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import { otherExtensions } from '../../platform/worker/access/extension-list.ts';
import { noteAsked } from './asked.ts';
import { forgetTraces, knownTraces, record } from './record.ts';

export async function lookAtExtensions(): Promise<void> {
  const installed = await otherExtensions();
  if (!installed) return;
  await noteAsked('extensions');
  const traces = tracesFor(await knownTraces(), 'browser-extensions', browserFamily());
  const judgements = traces.flatMap((trace) => judgeExtensions(trace, installed));
  await record(judgements);
  await forgetTraces(
    traces.map(({ id }) => id).filter((id) => !judgements.some(({ trace }) => trace === id)),
  );
}
