// The options page's view, as data.
import type { TracesView } from '../traces/view.ts';
import type { Trouble } from './trouble.ts';
import type { Change } from '../advisory/changes/change.ts';
import type { Refusal } from '../update/refusal.ts';
import type { JurisdictionZones } from '../advisory/location.ts';
import type { EffectiveSettings } from '../policy/effective.ts';
import type { readSettingsFile } from '../settings/settings-file.ts';
import type { SettingName } from '../settings/settings.ts';
import type { StorageIssue } from '../settings/storage-issue.ts';
import type { ValidationIssue } from '../settings/validation-issue.ts';

/** A feed on the options page. Times are RFC 3339. */
export interface FeedView {
  readonly address: string;
  readonly checkedAt: string | null;
  readonly verifiedAt: string | null;
  readonly verifiedBy: readonly string[];
  readonly nextCheckAt: string | null;
  readonly refusal: Refusal | null;
}

/** The organization's feed; version and issue date appear once there is a document. */
export interface OrganizationFeedView extends FeedView {
  readonly origin: 'policy' | 'person';
  readonly keys: readonly string[];
  readonly document: {
    readonly id: string;
    readonly version: number;
    readonly issued: string;
    readonly isExpired: boolean;
  } | null;
}

/**
 * Reports to an administrator's collector. Events are counted since reporting started; times are
 * RFC 3339.
 */
export interface ReportsView {
  /** The organization's name; empty if its policy gives none. */
  readonly organization: string;
  readonly host: string;
  readonly queued: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly deliveredAt: string | null;
  /** `status` is the HTTP status; null without an answer. */
  readonly failure: { readonly at: string; readonly status: number | null } | null;
  /** Null if nothing is waiting. */
  readonly nextAttemptAt: string | null;
  readonly policyHash: string;
}

export interface OptionsView {
  /** Traces of the software, and permission to look for them. */
  readonly traces: TracesView;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly settings: EffectiveSettings;
  /** What an administrator's policy sets; null without a policy. */
  readonly policy: {
    /** Empty if the policy gives no name. */
    readonly organizationName: string;
    /** Settings it enforces. */
    readonly locked: readonly SettingName[];
    /** Settings it sets until the person does. */
    readonly defaults: readonly SettingName[];
    readonly everySite: 'on' | 'off' | 'suggested' | null;
    /** Whether people may continue past something held or blocked. */
    readonly mayProceed: boolean;
    /** How many of its values or list entries were dropped. */
    readonly faultCount: number;
  } | null;
  readonly jurisdictions: readonly (JurisdictionZones & { readonly name: string })[];
  readonly languages: readonly string[];
  readonly snoozes: readonly { readonly host: string; readonly until: string }[];
  readonly advisory: {
    readonly version: number;
    readonly issued: string;
    /**
     * The oldest date on which all facts were checked, as `YYYY-MM-DD`; null if nothing was read.
     */
    readonly factsChecked: string | null;
    readonly expires: string;
    readonly isExpired: boolean;
    readonly origin: 'packaged' | 'fetched' | 'organization';
    /** Entries this version couldn't use, with the reason. */
    readonly skippedEntries: readonly { readonly path: string; readonly message: string }[];
    /** Changes that the last fetched version made. */
    readonly changes: readonly Change[];
  };
  readonly updates: {
    /** False if the administrator turned checks off. */
    readonly areAllowed: boolean;
    /** Null in a build without a feed. */
    readonly feed: FeedView | null;
    readonly organization: OrganizationFeedView | null;
  };
  /** Null if nothing is reported. */
  readonly reports: ReportsView | null;
  /** What does not work here. */
  readonly troubles: readonly Trouble[];
  /** Stored values found invalid and reset, until dismissed. */
  readonly repairs: readonly (StorageIssue & { readonly at: string })[];
}

/** Result of importing a settings file: an error, or what was applied, kept and dropped. */
export type ImportedSettings =
  | { readonly refused: Extract<ReturnType<typeof readSettingsFile>, { ok: false }>['error'] }
  | {
      readonly view: OptionsView;
      readonly loaded: readonly string[];
      readonly locked: readonly SettingName[];
      readonly faults: readonly ValidationIssue[];
    };
