// Everything the options page shows, as data.
import type { Change } from '../advisory/diff.ts';
import type { Refusal } from '../update/refusal.ts';
import type { JurisdictionZones } from '../advisory/location.ts';
import type { EffectiveSettings } from '../policy/effective.ts';
import type { StorageIssue } from '../settings/storage-issue.ts';
import type { SettingName } from '../settings/settings.ts';

/** A feed as the options page shows it. Times are RFC 3339. */
export interface FeedView {
  readonly address: string;
  readonly checkedAt: string | null;
  readonly verifiedAt: string | null;
  readonly verifiedBy: readonly string[];
  readonly nextCheckAt: string | null;
  readonly refusal: Refusal | null;
}

/** The organization's feed; version and issue date once there is a document. */
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

/** Reports to an administrator's collector. Counts are of events since reporting was switched on; times are RFC 3339. */
export interface ReportsView {
  /** The organization's name; empty where its policy has none. */
  readonly organization: string;
  readonly host: string;
  readonly queued: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly deliveredAt: string | null;
  /** `status` is null where there was no answer. */
  readonly failure: { readonly at: string; readonly status: number | null } | null;
  /** Null while nothing waits for it. */
  readonly nextAttemptAt: string | null;
  readonly policyHash: string;
}

export interface OptionsView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly settings: EffectiveSettings;
  /** What an administrator's policy says of the settings; null where there is none. */
  readonly policy: {
    /** Empty where it names no organization. */
    readonly organizationName: string;
    /** Settings that it orders; people can't change them. */
    readonly locked: readonly SettingName[];
    /** Settings that it sets as long as the person doesn't. */
    readonly defaults: readonly SettingName[];
    readonly everySite: 'on' | 'off' | 'wished' | null;
    /** Whether people have a way on where something is held or blocked. */
    readonly mayProceed: boolean;
    /** How many of its values or elements were dropped. */
    readonly faultCount: number;
  } | null;
  readonly jurisdictions: readonly (JurisdictionZones & { readonly name: string })[];
  readonly languages: readonly string[];
  readonly snoozes: readonly { readonly host: string; readonly until: string }[];
  readonly advisory: {
    readonly version: number;
    readonly issued: string;
    /** The day on which all facts had last been checked; null where nothing was read. */
    readonly factsChecked: string | null;
    readonly expires: string;
    readonly isExpired: boolean;
    readonly origin: 'packaged' | 'fetched' | 'organization';
    /** Rules that this version could not use, with the reason. */
    readonly skippedEntries: readonly { readonly path: string; readonly message: string }[];
    /** Since the version before the one that was fetched last. */
    readonly changes: readonly Change[];
  };
  readonly updates: {
    /** False where the administrator has switched checks off. */
    readonly areAllowed: boolean;
    /** Null in a build without a feed. */
    readonly feed: FeedView | null;
    readonly organization: OrganizationFeedView | null;
  };
  /** Null where nothing is reported. */
  readonly reports: ReportsView | null;
  /** What was found broken in storage and repaired, until dismissed. */
  readonly repairs: readonly (StorageIssue & { readonly at: string })[];
}
