import type { Engine } from './browsers/browser.ts';
import { isWholeRun } from './extent.ts';

/** The engines of this run; `ENGINES=firefox` names one. */
export const engines = (process.env['ENGINES'] ?? 'chromium,firefox').split(',') as Engine[];

/** Whether the browser is started again within a set of tests: a restarted Chromium can't be lent to the next one, so that the quick run leaves it to Firefox. */
export const mayRestart = isWholeRun || engines.includes('firefox');
export const overRestart = mayRestart ? ' over a restart of the browser' : '';
