// The question page's scenes: what is held, what became of it, and what was decided.
import type { Answered, Question } from '../../../src/core/decision/question.ts';
import type { OrganizationView } from '../../../src/core/policy/organization.ts';
import type { Scene } from '../page/scene.ts';

/** A question without what the rules say of it. */
export type Sample = Omit<Question, 'label' | 'rule' | 'reason'>;

export interface QuestionScene extends Scene {
  readonly questions: readonly Sample[];
  readonly answered?: readonly Answered[];
  /** Policy took the way on away. */
  readonly isBlocked?: boolean;
  readonly organization?: OrganizationView;
  readonly worker?: 'failing' | 'not-answering';
}

const held: Sample = {
  id: 'q1',
  kind: 'download',
  downloadId: 7,
  url: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/15.0.1.415en_6872.exe',
  finalUrl:
    'https://products.s.kaspersky-labs.com/homeuser/kis2015/15.0.1.415en_6872.exe?token=4f1c',
  referrer: 'https://portal.example/downloads/kaspersky-internet-security',
  fileName: 'kis15.0.1.415en_6872.exe',
  danger: 'none',
  startedAt: '2026-11-23T16:58:00Z',
  askedAt: '2026-11-23T16:58:01Z',
  state: 'held',
};

/** By way of the portal's own address. */
const target =
  'https://mirror.example/windows/security-suites/in-a-folder-whose-name-never-ends/kaspersky-total-security-21.3.10.391en.exe';
const link: Sample = {
  ...held,
  id: 'q2',
  kind: 'link',
  url: `https://portal.example/go?to=${encodeURIComponent(target)}`,
  finalUrl: target,
  fileName: 'kaspersky-total-security-21.3.10.391en.exe',
};
const finished: Sample = {
  ...held,
  id: 'q3',
  state: 'finished',
  referrer: '',
  fileName: 'kts21.3.10.391en_25075_with_a_very_long_name_that_a_mirror_made_up.exe',
};
const gone: Sample = { ...held, id: 'q4', state: 'gone' };
const nameless: Sample = {
  ...held,
  id: 'q6',
  url: 'https://products.s.kaspersky-labs.com/homeuser/',
  finalUrl: 'https://products.s.kaspersky-labs.com/homeuser/',
  fileName: '',
};

const answered: readonly Answered[] = [
  { id: 'a1', fileName: 'kav21.3.10.391en.exe', outcome: 'canceled' },
  { id: 'a2', fileName: 'report.zip', outcome: 'kept' },
  { id: 'a3', fileName: 'kts21.3.10.391en.exe', outcome: 'deleted' },
];

export const scenes: Readonly<Record<string, QuestionScene>> = {
  // Before the second button takes a press: the moment begins again when the page comes to the front.
  waiting: {
    isMomentary: true,
    questions: [held],
    act: async (hand) => {
      await hand.see('.keep:not(.waits)');
      document.dispatchEvent(new Event('visibilitychange'));
      await hand.see('.keep.waits');
    },
  },
  ready: { questions: [held], act: async (hand) => void (await hand.see('.keep:not(.waits)')) },
  link: { questions: [link] },
  several: { questions: [held, link, finished], answered: answered.slice(0, 1) },
  finished: { questions: [finished] },
  gone: { questions: [gone] },
  // It could not be paused, so that holding it meant stopping it.
  stopped: { questions: [{ ...held, isStopped: true }] },
  // What the browser's own check found, beside what we say.
  dangerous: {
    questions: [
      { ...held, danger: 'dangerous' },
      { ...held, id: 'q5', danger: 'suspicious' },
    ],
  },
  blocked: {
    questions: [held],
    isBlocked: true,
    organization: {
      name: 'Northwind',
      helpAddress: 'https://help.northwind.example/',
      message: 'Our IT department has a replacement ready for you.',
      approved: [],
    },
  },
  decided: { questions: [], answered },
  nothing: { questions: [] },
  'just-canceled': {
    questions: [nameless],
    act: async (hand) => {
      await hand.press('.actions .primary');
      await hand.see('.decided');
    },
  },
  'not-answered': {
    questions: [held],
    worker: 'not-answering',
    act: async (hand) => {
      await hand.press('.actions .primary');
      await hand.see('.field-error:not(:empty)');
    },
  },
  failing: { questions: [], worker: 'failing' },
};
