import type { Translate } from '../../core/i18n/messages.ts';

/**
 * Error for text that isn't JSON, with its position: Chromium writes "(line 1 column 3)" in most
 * messages, Firefox "at line 1 column 3" in all.
 */
export function notJson(message: string, t: Translate, language: string): string {
  const detail = t('technicalDetail', message);
  const [, line, column] = /\bline (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return t('policyTryNotJson', detail);
  const number = new Intl.NumberFormat(language);
  return t(
    'policyTryNotJsonAt',
    number.format(Number(line)),
    number.format(Number(column)),
    detail,
  );
}
