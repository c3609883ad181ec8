// View of the page shown in place of a stopped navigation or download.
import type { Advisory } from '../advisory/schema.ts';
import type { Source } from '../advisory/statement-schema.ts';
import { translate } from '../i18n/text.ts';
import { textDirection } from '../i18n/bidi.ts';
import { readableAddress } from './build-questions.ts';
import { noticeText } from './build-notice.ts';
import type { RuleVerdict } from '../detection/model/verdict.ts';
import { organizationView, type OrganizationView } from '../policy/organization.ts';
import type { PolicyValues } from '../policy/keys.ts';
import type { QuestionView } from '../decision/question.ts';

export interface BlockedView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly kind: 'page' | 'download';
  /** False if nothing stops this address anymore. */
  readonly isStopped: boolean;
  readonly url: string;
  readonly address: QuestionView['address'];
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly why: string;
  readonly rule: string;
  readonly organization: OrganizationView | null;
  /** Approved products by name, each with its site if the advisory knows it. */
  readonly approved: readonly { readonly name: string; readonly site: string }[];
  readonly mayProceed: boolean;
  /** What happened to a download's file; null if unknown. */
  readonly ending: 'canceled' | 'deleted' | 'left' | null;
}

export interface BlockedFacts {
  readonly url: string;
  readonly kind: 'page' | 'download';
  readonly isStopped: boolean;
  readonly verdict: RuleVerdict;
  readonly advisory: Advisory;
  readonly language: string;
  readonly policy: PolicyValues;
  readonly mayProceed: boolean;
  readonly ending?: BlockedView['ending'];
}

export function buildBlockedView({
  url,
  kind,
  isStopped,
  verdict,
  advisory,
  language,
  policy,
  mayProceed,
  ending = null,
}: BlockedFacts): BlockedView {
  const text = noticeText(advisory, verdict.label);
  const said = text ?? advisory.ban.headline;
  const organization = organizationView(policy, language);
  const products = advisory.alternatives.products;
  return {
    language,
    direction: textDirection(language),
    kind,
    isStopped,
    url,
    address: readableAddress(url),
    title: text ? translate(text.title, language) : '',
    text: translate(said.text, language),
    sources: advisory.sources.filter(({ id }) => said.sources.includes(id)),
    why: translate(verdict.reason, language),
    rule: verdict.rule,
    organization,
    approved: (organization?.approved ?? []).map((one) => {
      const known = products.find(({ id }) => id === one);
      return { name: known?.name ?? one, site: known?.site ?? '' };
    }),
    mayProceed: isStopped && kind === 'page' && mayProceed,
    ending,
  };
}
