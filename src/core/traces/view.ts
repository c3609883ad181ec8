// What screens show of traces, as data: in words, dated, with sources.
import type { Area } from './areas.ts';
import type { Level } from './weigh.ts';

export interface FindingView {
  /** Id of the trace in the advisory. */
  readonly id: string;
  readonly what: string;
  readonly limits: string;
  readonly sureness: 'certain' | 'likely' | 'stale';
  /** RFC 3339, and the same in words, such as "today, 10:32 AM". */
  readonly lastSeen: string;
  readonly when: string;
  /** Name of the browser that saw it: this one. */
  readonly browser: string;
  readonly sources: readonly string[];
}

export interface TracesView {
  /** Whose software it is. */
  readonly subject: string;
  /** `unasked`: nobody has looked. */
  readonly level: Level | 'unasked';
  /** Whether what was found shows the software at work, and not a part that may have stayed behind. */
  readonly isRunning: boolean;
  /** When what was found was seen last, in words; empty where nothing was. */
  readonly when: string;
  readonly findings: readonly FindingView[];
  /** What this build can look at, and whether it may now. */
  readonly areas: readonly { readonly id: Area; readonly isAllowed: boolean }[];
  /** A look is under way: pages that are opened until then count. RFC 3339; null for none. */
  readonly lookUntil: string | null;
  /** RFC 3339 and in words; null where nobody has looked. */
  readonly lookedAt: string | null;
  readonly lookedWhen: string;
  /** Areas that are watched. */
  readonly watched: readonly Area[];
  /** Areas that should be watched, but the permission was refused or taken back. */
  readonly missing: readonly Area[];
  /** An administrator's word: an order to watch, one not to look, a suggestion, or nothing. */
  readonly order: 'on' | 'off' | 'suggested' | null;
}

/** Where nobody told what there is. */
export const noTraces: TracesView = {
  subject: '',
  level: 'unasked',
  isRunning: false,
  when: '',
  findings: [],
  areas: [],
  lookUntil: null,
  lookedAt: null,
  lookedWhen: '',
  watched: [],
  missing: [],
  order: null,
};
