import type { Translate } from '../../core/i18n/messages.ts';

/** The words of something thrown, named as what they are: the browser's or the worker's own, which may be in another language than the reader's. */
export function failureText(cause: unknown, t: Translate): string {
  return t('technicalDetail', cause instanceof Error ? cause.message : String(cause));
}
