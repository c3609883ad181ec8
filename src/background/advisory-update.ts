// Flow (c): which advisory counts. Packaged and stored compete; the highest valid version wins.
import packagedDocument from '../data/advisory.json';
import { parseAdvisoryValue } from '../core/advisory/parse.ts';
import type { Advisory } from '../core/advisory/schema.ts';
import { compileRules } from '../core/detection/rules.ts';
import { state } from './state.ts';
import { read, recordRepair, write } from './stored.ts';

export interface Knowledge {
  readonly advisory: Advisory;
  readonly origin: 'packaged' | 'fetched';
  readonly rules: ReturnType<typeof compileRules>;
}

function packaged(): Advisory {
  const parsed = parseAdvisoryValue(packagedDocument);
  // The build refuses a packaged document that fails; this can't be met by a person.
  if (!parsed.ok) throw new Error(`The packaged advisory is invalid at ${parsed.error[0]?.path ?? 'its root'}.`);
  return parsed.value;
}

/** A stored advisory that no longer parses is dropped and the packaged one stands in. */
async function stored(): Promise<Advisory | undefined> {
  const found = await read(state.advisory);
  if (!found) return undefined;
  const parsed = parseAdvisoryValue(found.document);
  if (parsed.ok) return parsed.value;
  const [fault] = parsed.error;
  await write(state.advisory, null);
  await recordRepair('advisory', `the stored advisory was broken at ${fault?.path || 'its root'}: ${fault?.message ?? ''}; the packaged one is used`);
  return undefined;
}

async function load(): Promise<Knowledge> {
  const own = packaged();
  const other = await stored();
  const isOtherNewer = other !== undefined && other.version > own.version;
  const advisory = isOtherNewer ? other : own;
  return { advisory, origin: isOtherNewer ? 'fetched' : 'packaged', rules: compileRules(advisory.detection) };
}

// A cache only: a woken worker reads it anew.
let current: Promise<Knowledge> | undefined;

export function knowledge(): Promise<Knowledge> {
  current ??= load().catch((cause: unknown) => {
    current = undefined;
    throw cause;
  });
  return current;
}

/** After a change in storage: the next question is answered from what counts now. */
export function forgetKnowledge(): void {
  current = undefined;
}
