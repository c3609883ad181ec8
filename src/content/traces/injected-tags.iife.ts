// Entry, on pages that a person or their organization lets us look at: one pass, and a word to the worker where there is something.
import { ask } from '../../platform/content/worker-client.ts';
import { describeTags, findTags } from './injected-tags.ts';
import { loadedAddress, whenLoaded } from './when-loaded.ts';

const tags = findTags();
if (tags.length > 0) {
  whenLoaded(
    () =>
      void ask('trace-seen', {
        seen: { kind: 'tags', page: loadedAddress(), tags: describeTags(tags) },
      }),
  );
}
