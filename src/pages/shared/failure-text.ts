import type { Translate } from '../../core/i18n/messages.ts';

/** An error's message, labeled "technical detail" because it may not be in the user's language. */
export function failureText(cause: unknown, t: Translate): string {
  return t('technicalDetail', cause instanceof Error ? cause.message : String(cause));
}
