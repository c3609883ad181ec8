import { expect, it } from 'vitest';
import { ticketText } from '../../../src/popup/ticket.ts';

it('A ticket’s text is lines under headings, without signs that turn text round: a help desk searches and compares it', () => {
  const text = ticketText('Summary', [
    { heading: 'Found', lines: ['Host: \u2068portal.example\u2069', 'Seen today'] },
    { heading: 'Sources', lines: ['\u2066https://example.gov/rule\u2069'] },
  ]);
  expect(text).toBe('Summary\n\nFound\n- Host: portal.example\n- Seen today\n\nSources\n- https://example.gov/rule\n');
});
