// D1, D6, D7: what our scripts in pages tell of tags, icons and the start page.
import * as v from 'valibot';
import { judgeTags } from '../../core/traces/detectors/page-injection.ts';
import { tracesFor } from '../../core/traces/schema.ts';
import { judgeStartPage } from '../../core/traces/detectors/start-page.ts';
import type { Judgement } from '../../core/traces/detectors/trace.ts';
import { judgeIcons } from '../../core/traces/detectors/verdict-icons.ts';
import { TraceSeenSchema } from '../../core/traces/detectors/seen.ts';
import type { RequestOf } from '../../messages.ts';
import { browserFamily } from '../../platform/worker/runtime.ts';
import type { KnownSender } from '../base/sender.ts';
import { traceAccess } from './consent.ts';
import { knownTraces, record } from './record.ts';

type Seen = v.InferOutput<typeof TraceSeenSchema>;

async function judge(seen: Seen, sender: KnownSender): Promise<Judgement[]> {
  const traces = await knownTraces();
  const family = browserFamily();
  const { hostname, href } = sender.address;
  switch (seen.kind) {
    case 'tags': {
      // The document's own address may be older than the tab's; it is of the same site all the same.
      const page =
        URL.canParse(seen.page) && new URL(seen.page).hostname === hostname ? seen.page : href;
      return tracesFor(traces, 'page-injection', family).flatMap((trace) =>
        judgeTags(trace, seen.tags, page, family),
      );
    }
    case 'icons':
      return tracesFor(traces, 'verdict-icons', family).flatMap((trace) =>
        judgeIcons(trace, seen, hostname),
      );
    case 'start-page':
      return tracesFor(traces, 'start-page', family).flatMap((trace) =>
        judgeStartPage(trace, seen, hostname),
      );
  }
}

export async function noteSeenInPage(
  { seen }: RequestOf<'trace-seen'>,
  sender: KnownSender,
): Promise<null> {
  const parsed = v.parse(TraceSeenSchema, seen);
  if (sender.isPrivate) return null;
  const { active, consent, order } = await traceAccess();
  // A look at the tab in front needs no permission but the click on our icon.
  const isLooked =
    active.includes('pages') || (order !== 'off' && consent.look?.areas.includes('pages') === true);
  if (isLooked) await record(await judge(parsed, sender));
  return null;
}
