// The tester of the options page: the same detector as everywhere.
import { classifyDownload } from '../core/detection/classify-download.ts';
import { classifyPage } from '../core/detection/classify-page.ts';
import type { Verdict } from '../core/detection/verdict.ts';
import type { RequestOf } from '../messages.ts';
import { knowledge } from './advisory-update.ts';

export async function classifyForPage({ type, value }: RequestOf<'classify'>): Promise<Verdict> {
  const { index } = (await knowledge()).rules;
  if (type === 'url') return classifyPage(index, { url: value, title: '' });
  if (type === 'domain') return classifyPage(index, { url: value.includes('://') ? value : `https://${value}/`, title: '' });
  const url = type === 'download' ? value : '';
  return classifyDownload(index, { url, finalUrl: url, referrer: '', fileName: type === 'filename' ? value : '', mime: '' });
}
