// Builds a notice's text: facts from the advisory, the rest from interface strings.
import type { Advisory } from '../advisory/schema.ts';

type Notices = Pick<Advisory, 'notices'>;
import { translate } from '../i18n/text.ts';
import { isolated, textDirection } from '../i18n/bidi.ts';
import { behaviorOf, type Label, type Topic } from '../detection/model/labels.ts';
import type { RuleVerdict } from '../detection/model/verdict.ts';
import type { OrganizationView } from '../policy/organization.ts';
import type { NoticeKey, TranslateNotice } from '../i18n/notice-strings.ts';
import type { NoticeView } from './notice.ts';

interface NoticeContext {
  readonly advisory: Notices;
  readonly language: string;
  readonly t: TranslateNotice;
  readonly organization: OrganizationView | null;
  /** Whether the policy lets people snooze a site. */
  readonly mayDismiss: boolean;
  /** How long a snooze lasts that is chosen now, and when it ends, in words. */
  readonly snooze: { readonly days: string; readonly until: string };
}

const topicStrings: Readonly<Record<Topic, NoticeKey>> = {
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
  t: TranslateNotice,
): string {
  const text = noticeText(advisory, label);
  const name = t('extensionName');
  return text && behaviorOf(label).badge !== ''
    ? t('badgeTitle', name, translate(text.title, language))
    : name;
}

/** The notice for a verdict; null if the advisory has no text for its label. */
export function buildNotice(verdict: RuleVerdict, context: NoticeContext): NoticeView | null {
  const { advisory, language, t, organization, mayDismiss, snooze } = context;
  const { tier, noticeWays } = behaviorOf(verdict.label);
  const text = noticeText(advisory, verdict.label);
  if (tier === 'none' || !text) return null;
  const [first, ...others] = noticeWays.map((topic) => ({ label: t(topicStrings[topic]), topic }));
  if (!first) return null;
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
    ...(mayDismiss ? { snoozeLabel: t('noticeSnooze', snooze.days, snooze.until) } : {}),
  };
}
