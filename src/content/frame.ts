// A frame below the top one: its links may start a download too. It shows no notice, and stays idle while it holds no link.
import { ask, isNamedSite, onWorkerMessage } from '../platform/page-messaging.ts';
import { markLinks } from './link-marks.ts';
import { onLateContent } from './page-facts.ts';

export function watchFrame(ended: AbortController): void {
  const { signal } = ended;
  const asked = new AbortController();
  signal.addEventListener('abort', () => asked.abort());
  const look = () => {
    if (asked.signal.aborted || !document.querySelector('a[href]')) return;
    asked.abort();
    void ask('frame-visited', {}).then((reply) => {
      if (!reply?.markLinks || signal.aborted) return;
      const marks = markLinks(reply.markLabel);
      signal.addEventListener('abort', () => marks.stop());
    });
  };
  onLateContent(look, asked.signal);
  onWorkerMessage((message) => {
    if (typeof message === 'object' && message !== null && 'tell' in message && message.tell === 'every-site-ended' && !isNamedSite()) ended.abort();
  }, signal);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look, { signal, once: true });
  else look();
}
