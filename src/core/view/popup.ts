// Everything the popup shows, as data: translated, dated, with sources. The popup only draws it.
import type { Source } from '../advisory/schema.ts';
import type { Label } from '../detection/model/labels.ts';
import type { OrganizationView } from '../policy/organization.ts';

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
  /** Whose software the ban is about. */
  readonly subject: string;
  readonly page: {
    /** The browser's number of the tab that shows it; null where there is none. */
    readonly tabId: number | null;
    /** Host as shown to people, in Unicode; empty where the browser doesn't tell the address. */
    readonly host: string;
    readonly label: Label | 'unknown';
    readonly rule: string;
    readonly reason: string;
    readonly notice: {
      readonly title: string;
      readonly text: string;
      readonly sources: readonly string[];
    } | null;
    /** End of this site's snooze, RFC 3339; null where it is not snoozed. */
    readonly snoozedUntil: string | null;
  };
  /** "Does the ban concern me?", told without asking; null where that can't be. */
  readonly concern: {
    readonly placeName: string;
    readonly isGuess: boolean;
    /** For an organization; else for a person at home. */
    readonly isAtWork: boolean;
    /** The choice in `applicability.places` that this is. */
    readonly placeId: string;
    readonly outcome: Outcome;
    readonly title: string;
    readonly text: string;
    readonly sources: readonly string[];
    /** What holds in that place, where it is not the ban's own. */
    readonly local: readonly StatementView[];
  } | null;
  readonly ban: {
    readonly headline: StatementView;
    /** In the order to be shown; `id` names the interface string of its heading. */
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
      readonly site: string;
      readonly needs: readonly string[];
      readonly platforms: readonly string[];
      readonly price: 'free' | 'paid' | 'both' | 'unknown';
      /** What no source confirms. */
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
  /** Removal steps that are ticked, such as `windows/uninstall/step-1`. */
  readonly doneSteps: readonly string[];
  readonly sources: readonly Source[];
  /** What an administrator's policy says of itself; null where there is none. */
  readonly organization: OrganizationView | null;
  /** How an administrator's policy wants every site watched: an order, a wish that people may refuse, or nothing. */
  readonly everySite: 'on' | 'off' | 'wished' | null;
  /** Who receives reports and where; null where nothing is reported. An empty name where the policy has none. */
  readonly reports: { readonly organization: string; readonly host: string } | null;
  readonly advisory: {
    readonly version: number;
    readonly issued: string;
    /** Both of these in words. */
    readonly edition: string;
    /** The day on which all facts had last been checked; null where nothing was read. */
    readonly factsChecked: string | null;
    readonly expires: string;
    readonly isExpired: boolean;
    readonly origin: 'packaged' | 'fetched' | 'organization';
  };
  /** Held downloads and links that wait for an answer. */
  readonly openQuestions: number;
  /** What is still missing: the other parts, or the page's verdict too. Absent from the whole view. */
  readonly awaits?: 'parts' | 'page';
}

export type DeadlineView = PopupView['deadlines'][number];

/** `binds`: you yourself are bound. `affects`: nothing is asked of you, but the software gets nothing any more. */
type Outcome = 'binds' | 'affects' | 'not-covered' | 'other-rules' | 'unclear';

/** Parts of the ban in the order in which they are shown. */
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

export interface ChoiceView {
  readonly id: string;
  readonly label: string;
}

export interface StepView {
  readonly id: string;
  readonly text: string;
  /** Parts of the text that are commands, paths or file names. */
  readonly code: readonly string[];
  /** Something to know: no task, so it can't be ticked. */
  readonly isNote: boolean;
  /** Those whose guides show it; null: all. */
  readonly systems: readonly string[] | null;
  readonly sources: readonly string[];
  readonly confirmed: boolean;
}

export interface StepGroupView {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly StepView[];
}
