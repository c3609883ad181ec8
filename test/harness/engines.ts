import type { Engine } from './browsers/browser.ts';

/** The engines of this run; `ENGINES=firefox` names one. */
export const engines = (process.env['ENGINES'] ?? 'chromium,firefox').split(',') as Engine[];
