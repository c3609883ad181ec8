import { describe, expect, it } from 'vitest';
import { factsCsv, type Fact } from '../../../../../src/core/view/popup/fact-sheet.ts';

const fact = (statement: string, sources: Fact['sources'] = []): Fact => ({
  id: 'date.end',
  section: 'date',
  statement,
  date: '2024-09-29',
  isConfirmed: true,
  sources,
});
const source = {
  title: 'Final Determination',
  publisher: 'Commerce',
  reference: '89 FR 52434',
  url: 'https://www.federalregister.gov/',
  isOfficial: true,
  kind: 'official',
  reading: 'whole',
};

describe('The fact sheet as CSV', () => {
  it('has a heading, and a line for each source of each statement', () => {
    const lines = factsCsv([fact('Updates end', [source, source])]).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      '"date.end","date","2024-09-29","Updates end","yes","Final Determination","Commerce","89 FR 52434","https://www.federalregister.gov/","official","whole"',
    );
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a "word"', '"a ""word"""'],
    ['two\nlines, one cell', '"two\nlines, one cell"'],
  ])('keeps %j one cell that is no formula', (statement, cell) => {
    expect(factsCsv([fact(statement)])).toContain(cell);
  });
});
