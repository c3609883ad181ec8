// Entry, on the software's own start page: tells the worker how the document came into its tab.
import { ask } from '../../platform/content/worker-client.ts';

const [navigation] = performance.getEntriesByType('navigation');
const isNavigation =
  navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
void ask('trace-seen', {
  seen: {
    kind: 'start-page',
    isFirst: history.length === 1,
    hasReferrer: document.referrer !== '',
    isNavigation,
  },
});
