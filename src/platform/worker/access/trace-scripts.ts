// Our small scripts that look at pages for traces: registered while somebody looks, and gone after.
import browser from 'webextension-polyfill';
import { traceScripts, type TraceScript } from '../../../core/traces/scripts.ts';

const idOf = (script: TraceScript) => `trace-${script}`;
const fileOf = (script: TraceScript) => `content/${script}.js`;

/** From now on, and after a restart, these scripts on pages with these match patterns; all others go. */
export async function registerTraceScripts(
  wanted: ReadonlyMap<TraceScript, readonly string[]>,
): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({
    ids: traceScripts.map(idOf),
  });
  const isAsWanted = traceScripts.every((script) => {
    const matches = wanted.get(script) ?? [];
    const registered = known.find(({ id }) => id === idOf(script))?.matches ?? [];
    return (
      registered.length === matches.length &&
      matches.every((pattern) => registered.includes(pattern))
    );
  });
  if (isAsWanted) return;
  if (known.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  const scripts = [...wanted].filter(([, matches]) => matches.length > 0);
  if (scripts.length === 0) return;
  await browser.scripting.registerContentScripts(
    scripts.map(([script, matches]) => ({
      id: idOf(script),
      js: [fileOf(script)],
      matches: [...matches],
      runAt: 'document_end',
      persistAcrossSessions: true,
    })),
  );
}

/**
 * Looks at what a tab shows, once it is there, or at this document and none that came in its place.
 * Rejects where the browser doesn't let us.
 */
export async function runTraceScript(
  tabId: number,
  script: TraceScript,
  documentId?: string,
): Promise<void> {
  const target = documentId === undefined ? { tabId } : { tabId, documentIds: [documentId] };
  await browser.scripting.executeScript({ target, files: [fileOf(script)] });
}
