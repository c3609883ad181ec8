// Everything the options page shows, as data.
import type { EffectiveSettings } from './policy/effective.ts';

export interface OptionsView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly settings: EffectiveSettings;
  readonly jurisdictions: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly string[];
  readonly snoozes: readonly { readonly host: string; readonly until: string }[];
  readonly advisory: {
    readonly version: number;
    readonly issued: string;
    readonly expires: string;
    readonly isExpired: boolean;
    readonly origin: 'packaged' | 'fetched' | 'organisation';
    /** Rules that this version could not use, with the reason. */
    readonly skippedRules: readonly { readonly path: string; readonly message: string }[];
  };
  /** What was found broken in storage and repaired, until dismissed. */
  readonly repairs: readonly { readonly at: string; readonly item: string; readonly message: string }[];
}
