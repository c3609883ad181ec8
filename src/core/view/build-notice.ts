// Builds a notice's text: facts from the advisory, the rest from interface strings.
import type { Advisory } from '../advisory/schema.ts';

type Notices = Pick<Advisory, 'notices'>;
import { translate } from '../i18n/text.ts';
import { isolated, textDirection } from '../i18n/bidi.ts';
import { behaviorOf, type Label, type Topic } from '../detection/model/labels.ts';
import type { RuleVerdict } from '../detection/model/verdict.ts';
import type { OrganizationView } from '../policy/organization.ts';
import type { Translate } from '../i18n/messages.ts';
import type { NoticeView } from './notice.ts';

interface NoticeContext {
  readonly advisory: Notices;
  readonly language: string;
  readonly t: Translate;
  readonly organization: OrganizationView | null;
  /** Whether the policy lets people snooze a site. */
  readonly mayDismiss: boolean;
  readonly snoozeDays: number;
  /** RFC 3339: when a snooze chosen now would end. */
  readonly snoozeUntil: string;
  readonly timeZone: string;
}

const topicStrings: Readonly<Record<Topic, string>> = {
  page: 'noticeTopicPage',
  ban: 'noticeTopicBan',
  alternatives: 'noticeTopicAlternatives',
  removal: 'noticeTopicRemoval',
  questions: 'noticeTopicQuestions',
};

export function noticeText(advisory: Notices, label: Label) {
  return advisory.notices.find((notice) => notice.label === label);
}

/** Tooltip of the toolbar button for a page. */
export function badgeTitle(
  advisory: Notices,
  label: Label,
  language: string,
  t: Translate,
): string {
  const text = noticeText(advisory, label);
  const name = t('extensionName');
  return text && behaviorOf(label).badge !== ''
    ? t('badgeTitle', name, translate(text.title, language))
    : name;
}

/** "30 days" and "December 23, 2026" in the reader's language. */
function snoozeWords(
  context: Pick<NoticeContext, 'language' | 'snoozeDays' | 'snoozeUntil' | 'timeZone'>,
) {
  const { language, snoozeDays, snoozeUntil, timeZone } = context;
  const days = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(snoozeDays);
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(
    new Date(snoozeUntil),
  );
  return { days, until };
}

/** The notice for a verdict; null if the advisory has no text for its label. */
export function buildNotice(verdict: RuleVerdict, context: NoticeContext): NoticeView | null {
  const { advisory, language, t, organization, mayDismiss } = context;
  const { tier, noticeWays } = behaviorOf(verdict.label);
  const text = noticeText(advisory, verdict.label);
  if (tier === 'none' || !text) return null;
  const [first, ...others] = noticeWays.map((topic) => ({ label: t(topicStrings[topic]), topic }));
  if (!first) return null;
  const { days, until } = snoozeWords(context);
  return {
    tier,
    language,
    direction: textDirection(language),
    name: t('extensionName'),
    title: translate(text.title, language),
    text: translate(text.text, language),
    whyLabel: t('noticeWhy'),
    why: translate(verdict.reason, language),
    rule: verdict.rule,
    primary: first,
    secondary: others,
    closeLabel: t('noticeClose'),
    ...(organization?.message
      ? {
          organization: `${organization.name && `${t('popupOrganizationSays', organization.name)} `}${isolated(organization.message, language)}`,
        }
      : {}),
    ...(mayDismiss ? { snoozeLabel: t('noticeSnooze', days, until) } : {}),
  };
}
