// The stored items: area, key, schema and default. If an item's meaning changes, its version
// changes, and so does its key. Those that no start needs are in advisory/feed-items.ts and
// page/plan-items.ts.
import * as v from 'valibot';
import { isRecord } from '../../core/base/records.ts';
import { AllowanceSchema, type Allowance } from '../../core/decision/allowance-schema.ts';
import { SeenNoticeSchema, type SeenNotice } from '../../core/decision/page-action.ts';
import { NotedDownloadSchema, type NotedDownload } from '../../core/decision/noted-download.ts';
import {
  AnsweredSchema,
  QuestionSchema,
  type Answered,
  type Question,
} from '../../core/decision/question.ts';
import { SnoozeSchema, type Snooze } from '../../core/decision/snooze.ts';
import {
  snapshotKeys,
  type PopupSnapshot,
  type SnapshotPage,
} from '../../core/view/popup/popup-snapshot.ts';
import type { SnoozeWords } from '../../core/view/snooze-words.ts';
import type { Trouble } from '../../core/view/trouble.ts';
import { parseSettings, type Settings } from '../../core/settings/settings.ts';
import {
  StoredAdvisorySchema,
  StoredOverlaySchema,
  type StoredAdvisory,
  type StoredOverlay,
} from '../../core/update/stored/documents.ts';
import {
  noConsent,
  TraceAskedSchema,
  TraceConsentSchema,
  type TraceAsked,
  type TraceConsent,
} from '../../core/traces/consent.ts';
import {
  SightingSchema,
  SiteSeenSchema,
  type Sighting,
  type SiteSeen,
} from '../../core/traces/sighting-schema.ts';
import {
  BypassSchema,
  CachedPolicySchema,
  HeaderValuesSchema,
  JudgedPageSchema,
  OwnFeedSchema,
  RepairSchema,
  ReportClientSchema,
  ReportedVisitSchema,
  SnoozeWordsSchema,
  StoppedPageSchema,
  listOf,
  single,
  type Bypass,
  type CachedPolicy,
  type HeaderValues,
  type OwnFeed,
  type Repair,
  type ReportClient,
  type ReportedVisit,
  type StoppedPage,
  type StoredItem,
  type TabVerdict,
} from './stored-schemas.ts';

export type * from './stored-schemas.ts';

export const state = {
  /** Only what the person set; policy/settings.ts merges in defaults and policy. */
  settings: {
    area: 'local',
    key: 'settings',
    version: 1,
    isKept: true,
    parse: (stored) => {
      const { own, repairs } = parseSettings(stored);
      return { value: own, faults: repairs };
    },
  } satisfies StoredItem<Partial<Settings>>,
  /** Documents accepted from the feeds. They are parsed when versions are compared. */
  advisory: {
    ...single<StoredAdvisory | null>('local', 'advisory', v.nullable(StoredAdvisorySchema), null),
    isForDisk: true,
  },
  overlay: {
    ...single<StoredOverlay | null>('local', 'overlay', v.nullable(StoredOverlaySchema), null),
    isForDisk: true,
  },
  ownFeed: {
    ...single<OwnFeed | null>('local', 'ownFeed', v.nullable(OwnFeedSchema), null),
    isKept: true,
  },
  policy: {
    ...single<CachedPolicy | null>('local', 'policy', v.nullable(CachedPolicySchema), null),
    isKept: true,
  },
  headerValues: single<HeaderValues | null>(
    'session',
    'headerValues',
    v.nullable(HeaderValuesSchema),
    null,
  ),
  reportClient: single<ReportClient | null>(
    'local',
    'reportClient',
    v.nullable(ReportClientSchema),
    null,
  ),
  /** When a delivery ended. Open settings reload on a change; the queue itself tells nobody of one. */
  deliveryEnded: single<string>('session', 'deliveryEnded', v.string(), ''),
  /** Pages reported recently. */
  reportedVisits: listOf<ReportedVisit>('session', 'reportedVisits', ReportedVisitSchema),
  /** Whether the first-run page must still be shown; null until the browser reports an installation. */
  welcome: single<'due' | 'done' | null>(
    'local',
    'welcome',
    v.nullable(v.picklist(['due', 'done'])),
    null,
  ),
  /** Who lets traces be looked for, and until when. */
  traceConsent: single<TraceConsent>('local', 'traceConsent', TraceConsentSchema, noConsent),
  /** Which traces were seen and when; nothing of where. */
  traceSightings: listOf<Sighting>('local', 'traceSightings', SightingSchema),
  /**
   * Areas that the browser was asked for in the last hour: they need not be asked for at each
   * waking.
   */
  tracesAsked: listOf<TraceAsked>('session', 'tracesAsked', TraceAskedSchema),
  /** Sites that showed one, to tell two unrelated ones; gone with the session. */
  traceSites: listOf<SiteSeen>('session', 'traceSites', SiteSeenSchema),
  repairs: listOf<Repair>('local', 'repairs', RepairSchema),
  snoozes: { ...listOf<Snooze>('local', 'snoozes', SnoozeSchema), isKept: true },
  /** Words of the notice that take an engine long to make. */
  snoozeWords: {
    ...single<SnoozeWords | null>('local', 'snoozeWords', v.nullable(SnoozeWordsSchema), null),
    isKept: true,
  },
  questions: listOf<Question>('local', 'questions', QuestionSchema),
  /** Same, from private windows, which must not leave anything on disk. */
  privateSnoozes: listOf<Snooze>('session', 'privateSnoozes', SnoozeSchema),
  privateQuestions: listOf<Question>('session', 'privateQuestions', QuestionSchema),
  /** Downloads that were settled, or wait for a question to be answered. */
  notedDownloads: listOf<NotedDownload>('local', 'notedDownloads', NotedDownloadSchema),
  privateNotedDownloads: listOf<NotedDownload>(
    'session',
    'privateNotedDownloads',
    NotedDownloadSchema,
  ),
  answered: listOf<Answered>('session', 'answered', AnsweredSchema),
  allowances: listOf<Allowance>('session', 'allowances', AllowanceSchema),
  /** Verdicts for the pages of open tabs. An open popup reloads when this changes. */
  tabVerdicts: {
    ...listOf<TabVerdict>('session', 'judgedPages', JudgedPageSchema),
    isKept: true,
  },
  /**
   * The popup's first screen, for when the worker is asleep. Read only by the version that wrote
   * it.
   */
  glance: single<PopupSnapshot | null>(
    'session',
    snapshotKeys.glance,
    v.nullable(v.custom<PopupSnapshot>(isRecord)),
    null,
  ),
  /** Inputs of the first screen. */
  glanceBasis: single<string>('session', 'glanceBasis', v.string(), ''),
  glancedPages: listOf<SnapshotPage>(
    'session',
    snapshotKeys.pages,
    v.custom<SnapshotPage>(isRecord),
  ),
  stoppedPages: listOf<StoppedPage>('session', 'stoppedPages', StoppedPageSchema),
  /** Stopped hosts that a person continued to, where policy allows it. */
  bypasses: listOf<Bypass>('session', 'passes', BypassSchema),
  /** Inputs of the current network rules, which are rebuilt when this changes. */
  networkBasis: single<string>('local', 'networkBasis', v.string(), ''),
  /**
   * Hosts where policy blocks us, as seen in open tabs. Empty string: the browser hides the host.
   */
  withheldHosts: listOf<string>('session', 'withheldHosts', v.string()),
  /** What doesn't work here, for the popup's first screen. Written by this version only. */
  troubles: listOf<Trouble>('session', 'troubles', v.custom<Trouble>(isRecord)),
  /** False after the browser rejected a notification. */
  isNotified: single<boolean>('session', 'isNotified', v.boolean(), true),
  seenNotices: {
    ...listOf<SeenNotice>('session', 'seenNotices', SeenNoticeSchema),
    isKept: true,
  },
  privateSeenNotices: listOf<SeenNotice>('session', 'privateSeenNotices', SeenNoticeSchema),
  /** Tells a restarted worker from a new browser session. */
  isSessionStarted: single<boolean>('session', 'isSessionStarted', v.boolean(), false),
} as const;
