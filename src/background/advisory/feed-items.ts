// Stored items of the feeds: what became of their last checks.
import * as v from 'valibot';
import { FeedStateSchema, type FeedState } from '../../core/update/stored/feed-state-schema.ts';
import { single } from '../base/stored-schemas.ts';

const feedState = (key: string) =>
  single<FeedState | null>('local', key, v.nullable(FeedStateSchema), null);

export const feedItems = {
  advisoryFeed: feedState('advisoryFeed'),
  overlayFeed: feedState('overlayFeed'),
} as const;
