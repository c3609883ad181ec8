// The popup's view, as data: translated, dated, with sources. The popup only draws it.
import type { Trouble } from '../trouble.ts';
import type { Source } from '../../advisory/statement-schema.ts';
import type { TracesView } from '../../traces/view.ts';
import type { Label } from '../../detection/model/labels.ts';
import type { Plan } from '../../plan/plan.ts';
import type { OrganizationView } from '../../policy/organization.ts';
import type { ChoiceView, StepGroupView, StepView } from './steps.ts';

/** A statement ready to be shown; `sources` are ids into `PopupView.sources`. */
export interface StatementView {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly string[];
  readonly confirmed: boolean;
}

export interface PopupView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The vendor whose software is banned. */
  readonly subject: string;
  readonly page: {
    /** The browser's tab id; null if there is none. */
    readonly tabId: number | null;
    /** Host in Unicode; empty if the browser doesn't reveal the address. */
    readonly host: string;
    readonly label: Label | 'unknown';
    readonly rule: string;
    readonly reason: string;
    readonly notice: {
      readonly title: string;
      readonly text: string;
      readonly sources: readonly string[];
    } | null;
    /** When this site's snooze ends, RFC 3339; null if it isn't snoozed. */
    readonly snoozedUntil: string | null;
  };
  /** The likely answer to "Does the ban concern me?"; null if there is none. */
  readonly concern: {
    readonly placeName: string;
    readonly isGuess: boolean;
    /** For an organization; otherwise for a person at home. */
    readonly isAtWork: boolean;
    /** The matching choice in `applicability.places`. */
    readonly placeId: string;
    readonly outcome: Outcome;
    readonly title: string;
    readonly text: string;
    readonly sources: readonly string[];
    /** Other measures in that place. */
    readonly local: readonly StatementView[];
  } | null;
  readonly ban: {
    readonly headline: StatementView;
    /** In display order; `id` names the heading's interface string. */
    readonly sections: readonly {
      readonly id: BanSection;
      readonly statements: readonly StatementView[];
    }[];
  };
  readonly deadlines: readonly {
    readonly id: string;
    /** RFC 3339 with offset. */
    readonly at: string;
    readonly precision: 'instant' | 'day' | 'month';
    readonly timeZone: string;
    readonly jurisdiction: string;
    readonly kind: 'law' | 'vendor' | 'event';
    readonly state: 'past' | 'today' | 'ahead';
    /** Its date in words, with the time since or until then. */
    readonly when: string;
    readonly title: string;
    readonly text: string;
    readonly affects: string;
    readonly sources: readonly string[];
    readonly confirmed: boolean;
  }[];
  readonly jurisdictions: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly statements: readonly StatementView[];
  }[];
  readonly applicability: {
    readonly places: readonly ChoiceView[];
    readonly roles: readonly ChoiceView[];
    readonly products: readonly ChoiceView[];
    readonly answers: readonly {
      readonly id: string;
      readonly places: readonly string[] | null;
      readonly roles: readonly string[] | null;
      readonly products: readonly string[] | null;
      readonly outcome: Outcome;
      readonly title: string;
      readonly text: string;
      readonly limits: string;
      readonly sources: readonly string[];
    }[];
  };
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: string;
    readonly sources: readonly string[];
    readonly confirmed: boolean;
  }[];
  readonly alternatives: {
    readonly criteria: readonly StatementView[];
    readonly needs: readonly (ChoiceView & {
      readonly note: string;
      readonly noteSources: readonly string[];
    })[];
    readonly products: readonly {
      readonly id: string;
      readonly name: string;
      readonly seat: string;
      /** Whether a fact tells of a test lab’s result. */
      readonly isTested: boolean;
      readonly site: string;
      readonly needs: readonly string[];
      readonly platforms: readonly string[];
      readonly price: 'free' | 'paid' | 'both' | 'unknown';
      /** Fields no source confirms. */
      readonly unverified: readonly ('seat' | 'needs' | 'platforms' | 'price')[];
      readonly facts: readonly StatementView[];
      readonly cautions: readonly StatementView[];
      readonly checked: string;
      readonly sources: readonly string[];
    }[];
  };
  readonly removal: {
    readonly principles: readonly StatementView[];
    readonly before: readonly StepGroupView[];
    readonly systems: readonly {
      readonly id: string;
      readonly title: string;
      readonly groups: readonly StepGroupView[];
    }[];
    readonly after: readonly StepGroupView[];
    readonly replacement: {
      readonly title: string;
      readonly facts: readonly StatementView[];
      readonly steps: readonly StepView[];
    };
    readonly verify: readonly StepView[];
  };
  /** The person's software, devices and progress. */
  readonly plan: Plan;
  /** Of the plan's steps; none where there is no plan. */
  readonly progress: { readonly done: number; readonly total: number };
  /** Traces of the software, and permission to look for them. */
  readonly traces: TracesView;
  readonly sources: readonly Source[];
  /** What an administrator's policy says about itself; null without one. */
  readonly organization: OrganizationView | null;
  /** What a policy says about watching every site: enforced on or off, suggested, or nothing. */
  readonly everySite: 'on' | 'off' | 'suggested' | null;
  /** Who receives reports, and where; null if nothing is reported. The name may be empty. */
  readonly reports: { readonly organization: string; readonly host: string } | null;
  readonly advisory: {
    readonly version: number;
    readonly issued: string;
    /** Both of these in words. */
    readonly edition: string;
    /**
     * The oldest date on which all facts were checked, as `YYYY-MM-DD`; null if nothing was read.
     */
    readonly factsChecked: string | null;
    readonly expires: string;
    readonly isExpired: boolean;
    readonly origin: 'packaged' | 'fetched' | 'organization';
  };
  /** What does not work here. */
  readonly troubles: readonly Trouble[];
  /** Held downloads and links waiting for an answer. */
  readonly openQuestions: number;
  /** Parts still loading: the others, or also the page's verdict. Absent once complete. */
  readonly awaits?: 'parts' | 'page';
}

export type DeadlineView = PopupView['deadlines'][number];

/**
 * `binds`: the user has duties. `affects`: no duties, but the software stops getting updates or
 * support.
 */
type Outcome = 'binds' | 'affects' | 'not-covered' | 'other-rules' | 'unclear';

/** Sections about the ban, in display order. */
export const banSections = [
  'summary',
  'prohibited',
  'notProhibited',
  'bound',
  'exempt',
  'penalties',
  'vendorPosition',
  'otherMeasures',
  'background',
] as const;
type BanSection = (typeof banSections)[number];
