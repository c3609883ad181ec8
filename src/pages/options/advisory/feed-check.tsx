import type { VNode } from 'preact';
import { usePage } from '../../shared/context.ts';
import { CheckNow } from './check-now.tsx';
import { FeedFacts } from './feed-facts.tsx';
import type { SectionProps } from '../section.tsx';

/** The build's feed with "Check now", or a note that there is none. */
export function FeedCheck({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  const { feed, areAllowed } = view.updates;
  return (
    <>
      {feed ? <FeedFacts feed={feed} /> : <p>{t('feedNone')}</p>}
      {!areAllowed && <p>{t('feedOff')}</p>}
      {feed && areAllowed && <CheckNow view={view} show={show} />}
    </>
  );
}
