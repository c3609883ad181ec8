// A frame below the top one: its links may start a download too. It shows no notice, and stays idle while it holds no link.
import { ask, isNamedSite, onWorkerMessage } from '../platform/page-messaging.ts';
import { marksAfter, type LinkMarks } from './link-marks.ts';
import { onLateContent } from './page-facts.ts';

export function watchFrame(ended: AbortController): void {
  const { signal } = ended;
  const asked = new AbortController();
  let marks: LinkMarks | null = null;
  signal.addEventListener('abort', () => {
    asked.abort();
    marks?.stop();
  });
  const askAboutLinks = () =>
    void ask('frame-visited', {}).then((reply) => {
      if (reply && !signal.aborted) marks = marksAfter(marks, reply);
    });
  const look = () => {
    if (asked.signal.aborted || !document.querySelector('a[href]')) return;
    asked.abort();
    askAboutLinks();
  };
  onLateContent(look, asked.signal);
  onWorkerMessage((message) => {
    if (typeof message !== 'object' || message === null || !('tell' in message)) return undefined;
    if (message.tell === 'advisory-changed' && asked.signal.aborted) askAboutLinks();
    if (message.tell === 'every-site-ended' && !isNamedSite()) ended.abort();
    return undefined;
  }, signal);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look, { signal, once: true });
  else look();
}
