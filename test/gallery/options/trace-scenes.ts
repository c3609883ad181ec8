// Each answer about traces, and what an organization says of looking for them.
import type { OptionsScene } from './scene.ts';

/** Of an administrator who leaves all settings to people. */
export const policy = {
  organizationName: 'Northwind Traders',
  locked: [],
  defaults: [],
  everySite: null,
  mayProceed: true,
  faultCount: 0,
} as const;

const facts = { policy };

export const traceScenes = {
  'traces-looking': { traces: 'looking' },
  'traces-nothing': { traces: 'nothing' },
  'traces-found': { traces: 'found' },
  'traces-ordered': { traces: 'ordered', facts },
  'traces-forbidden': { traces: 'forbidden', facts },
} as const satisfies Readonly<Record<string, OptionsScene>>;
