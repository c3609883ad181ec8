// What a first verdict and its notice need, in English.
import en from '../../../_locales/en/messages.json' with { type: 'json' };
import { noticeStringsOf } from '../../core/i18n/notice-strings.ts';
import { parts } from './document.ts';

export const { head } = parts;
export const strings = noticeStringsOf(en);
