// The popup's part about one page. Kept apart from the rest of its view, since every visit makes one.
import type { Advisory } from '../../advisory/schema.ts';
import { shownHost } from '../../detection/readable-host.ts';
import type { RuleVerdict } from '../../detection/model/verdict.ts';
import { type Text, translate } from '../../i18n/text.ts';
import { noticeText } from '../build-notice.ts';
import type { PopupView } from './popup.ts';

export interface PageFacts {
  readonly advisory: Pick<Advisory, 'notices'>;
  readonly language: string;
  /** URL of the page; empty if the browser doesn't reveal it. */
  readonly url: string;
  readonly tabId?: number | undefined;
  readonly verdict: RuleVerdict | null;
  readonly snoozedUntil: string | null;
}

export function buildPageView({
  advisory,
  language,
  url,
  tabId: known,
  verdict,
  snoozedUntil,
}: PageFacts): PopupView['page'] {
  const textOf = (text: Text) => translate(text, language);
  const host = URL.canParse(url)
    ? shownHost(new URL(url).hostname, verdict?.label === 'lookalike')
    : '';
  const tabId = known ?? null;
  if (!verdict)
    return {
      tabId,
      host,
      label: 'unknown',
      rule: '',
      reason: '',
      notice: null,
      snoozedUntil,
    };
  const notice = noticeText(advisory, verdict.label);
  return {
    tabId,
    host,
    label: verdict.label,
    rule: verdict.rule,
    reason: textOf(verdict.reason),
    notice: notice
      ? { title: textOf(notice.title), text: textOf(notice.text), sources: notice.sources }
      : null,
    snoozedUntil,
  };
}
