import { expect, it } from 'vitest';
import { summaryText } from '../../../../../src/pages/popup/summary/summary.ts';

it('A ticket’s text is lines under headings, without signs that turn text round: a help desk searches and compares it', () => {
  const text = summaryText('Summary', [
    {
      heading: 'Found',
      lines: [{ text: 'Host: \u2068portal.example\u2069' }, { text: 'Seen today' }],
    },
    {
      heading: 'Sources',
      lines: [{ text: '\u2066Order, 89 FR 52434\u2069', address: 'https://example.gov/rule' }],
    },
  ]);
  expect(text).toBe(
    'Summary\n\nFound\n- Host: portal.example\n- Seen today\n\nSources\n- Order, 89 FR 52434: https://example.gov/rule\n',
  );
});
