import type { VNode } from 'preact';
import { useSurroundings } from '../shared/context.ts';
import { CheckNow } from './check-now.tsx';
import { FeedFacts } from './feed-facts.tsx';
import type { SectionProps } from './section-props.ts';

/** The feed of this build with "check now", or in plain words that there is none. */
export function FeedCheck({ view, show }: SectionProps): VNode {
  const { say } = useSurroundings();
  const { feed, areAllowed } = view.updates;
  return (
    <>
      {feed ? <FeedFacts feed={feed} /> : <p>{say('feedNone')}</p>}
      {!areAllowed && <p>{say('feedOff')}</p>}
      {feed && areAllowed && <CheckNow view={view} show={show} />}
    </>
  );
}
