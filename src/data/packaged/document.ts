// The packaged advisory in parts. The build puts the finished parts in the place of this folder's
// files (tools/build/packaged-advisory.ts); elsewhere they are made here, when they are loaded.
import packagedDocument from '../advisory.json' with { type: 'json' };
import { parseAdvisoryValue } from '../../core/advisory/parse.ts';
import { splitAdvisory } from '../../core/advisory/parts.ts';

const parsed = parseAdvisoryValue(packagedDocument);
if (!parsed.ok)
  throw new Error(`The packaged advisory is invalid at ${parsed.error[0]?.path ?? 'its root'}.`);

export const parts = splitAdvisory(parsed.value);
