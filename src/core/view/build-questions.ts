// Builds the question page's view from the stored questions and the advisory.
import { hostOf } from '../base/web-address.ts';
import type { Advisory } from '../advisory/schema.ts';
import { translate } from '../i18n/text.ts';
import { textDirection } from '../i18n/bidi.ts';
import type { OrganizationView } from '../policy/organization.ts';
import type { Answered, Question, QuestionsView, QuestionView } from '../decision/question.ts';

/**
 * Splits an address around its host, so that people notice whose it is. Falls back to the raw
 * address.
 */
export function readableAddress(address: string): QuestionView['address'] {
  if (!URL.canParse(address)) return { before: '', host: '', after: address };
  const { hostname, href } = new URL(address);
  const start = hostname === '' ? -1 : href.indexOf(hostname, href.indexOf('//') + 2);
  // Credentials are the oldest trick to fake a host, so leave them out.
  if (start === -1) return { before: '', host: '', after: href.slice(0, 200) };
  const before = href.slice(0, href.indexOf('//') + 2);
  return { before, host: hostname, after: href.slice(start + hostname.length) };
}

/** The file name, else the host: not every URL ends in a name. */
export function nameOf({ fileName, finalUrl }: Question): string {
  const { host, after } = readableAddress(finalUrl);
  return fileName || host || after;
}

export interface QuestionsContext {
  readonly advisory: Advisory;
  readonly language: string;
  readonly organization: OrganizationView | null;
  /** Whether the policy lets people continue. */
  readonly mayKeep: boolean;
}

function view(question: Question, { advisory, language, mayKeep }: QuestionsContext): QuestionView {
  const text = advisory.notices.find((notice) => notice.label === question.label);
  return {
    id: question.id,
    kind: question.kind,
    state: question.state,
    isStopped: question.isStopped ?? false,
    isUnrepeatable: question.isUnrepeatable ?? false,
    name: nameOf(question),
    address: readableAddress(question.finalUrl),
    referrerHost: hostOf(question.referrer),
    danger: question.danger,
    title: text ? translate(text.title, language) : translate(advisory.ban.headline.text, language),
    text: text ? translate(text.text, language) : '',
    sources: advisory.sources.filter((source) =>
      (text ?? advisory.ban.headline).sources.includes(source.id),
    ),
    why: translate(question.reason, language),
    rule: question.rule,
    askedAt: question.askedAt,
    mayKeep,
  };
}

export function buildQuestionsView(
  questions: readonly Question[],
  answered: readonly Answered[],
  context: QuestionsContext,
): QuestionsView {
  const open = questions.filter(({ answer, isUnnamed }) => answer === undefined && !isUnnamed);
  return {
    language: context.language,
    direction: textDirection(context.language),
    organization: context.organization,
    questions: open.map((question) => view(question, context)),
    answered,
  };
}
