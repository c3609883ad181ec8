// D4: a program that the software registered with the browser.
import {
  hostAnswer,
  judgeNativeHosts,
  type HostAnswer,
} from '../../core/traces/detectors/native-host.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { askForProgram } from '../../platform/worker/access/native-messaging.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import { noteAsked } from './asked.ts';
import { forgetTraces, knownTraces, record } from './record.ts';

export async function lookAtPrograms(): Promise<void> {
  const traces = tracesFor(await knownTraces(), 'native-host', browserFamily());
  const said = new Map<string, HostAnswer>();
  for (const name of new Set(traces.flatMap(({ names }) => names))) {
    const sentence = await askForProgram(name);
    if (sentence === null) return;
    said.set(name, hostAnswer(sentence));
  }
  await noteAsked('programs');
  const judgements = traces.flatMap((trace) => judgeNativeHosts(trace, said));
  await record(judgements);
  const isAbsent = ({ names }: { readonly names: readonly string[] }) =>
    names.every((name) => said.get(name) === 'not-found');
  await forgetTraces(traces.filter(isAbsent).map(({ id }) => id));
}
