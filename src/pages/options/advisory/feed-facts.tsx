// One feed's state: when it was verified and by which key, the last check, errors, the next check.
import type { VNode } from 'preact';
import type { FeedView, OrganizationFeedView } from '../../../core/view/options.ts';
import type { Refusal } from '../../../core/update/refusal.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import { Breakable } from '../../shared/breakable.tsx';
import { usePage } from '../../shared/context.ts';
import { Symbol } from '../../shared/symbol.tsx';

export function instant(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(at),
  );
}

function word(name: string, value: unknown, language: string): string {
  if (name === 'limitBytes' && typeof value === 'number')
    return new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(
      value / 1024,
    );
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { useGrouping: false }).format(value);
  const text = String(value);
  // An empty path is the whole document.
  if (name === 'path' && text === '') return '{}';
  return (name === 'expires' || name === 'issued') && !Number.isNaN(Date.parse(text))
    ? instant(text, language)
    : text;
}

/** Explains a refusal. Its values are inserted in the order of the refusal's fields. */
function refusalText({ reason, ...data }: Refusal, t: Translate, language: string): string {
  return t(
    `feedRefusal_${reason.replaceAll('-', '_')}`,
    ...Object.entries(data).map(([name, value]) => word(name, value, language)),
  );
}

export function FeedFacts({ feed }: { readonly feed: FeedView | OrganizationFeedView }): VNode {
  const { t, language } = usePage();
  const hasBefore = 'document' in feed ? feed.document !== null : feed.verifiedAt !== null;
  const when = (at: string) => <time dateTime={at}>{instant(at, language)}</time>;
  return (
    <>
      {feed.refusal && (
        <div class="failing">
          <p class="state state-caution">
            <Symbol name="warning" />
            {t('feedFailedShort')}
          </p>
          <p>
            {t('feedFailed', feed.checkedAt === null ? '' : instant(feed.checkedAt, language))}{' '}
            {refusalText(feed.refusal, t, language)} {t(hasBefore ? 'feedKept' : 'feedKeptNothing')}
          </p>
        </div>
      )}
      <dl class="facts">
        <dt>{t('feedAddress')}</dt>
        <dd>
          <bdi class="address">
            <Breakable text={feed.address} />
          </bdi>
        </dd>
        <dt>{t('feedVerified')}</dt>
        <dd>{feed.verifiedAt === null ? t('feedNever') : when(feed.verifiedAt)}</dd>
        {feed.verifiedBy.length > 0 && (
          <>
            <dt>{t('feedVerifiedBy')}</dt>
            <dd>
              {feed.verifiedBy.map((kid) => (
                <code key={kid} dir="ltr" class="address">
                  {kid}
                </code>
              ))}
            </dd>
          </>
        )}
        {feed.nextCheckAt !== null && (
          <>
            <dt>{t('feedNextCheck')}</dt>
            <dd>{when(feed.nextCheckAt)}</dd>
          </>
        )}
      </dl>
    </>
  );
}
