import { describe, expect, it } from 'vitest';
import advisory from '../../../../../src/data/advisory.json' with { type: 'json' };
import { chipNames } from '../../../../../src/pages/popup/sources/chip-names.ts';

const source = (url: string, title: string, reference?: string) => ({
  url,
  title,
  ...(reference && { reference }),
});

describe('The names of sources beside a statement', () => {
  it('are those of the sites, where each is of another', () => {
    expect(
      chipNames([
        source('https://www.bis.gov/release', 'Release'),
        source('https://crn.com/x', 'News'),
      ]),
    ).toEqual([
      { host: 'bis.gov', document: '' },
      { host: 'crn.com', document: '' },
    ]);
  });

  it('tell two documents of one site apart by the first words of their titles', () => {
    const names = chipNames([
      source('https://help.example/1', 'Security for Microsoft Exchange 9.6: notice'),
      source('https://help.example/2', 'Scan Engine 2.1'),
      source('https://other.example/', 'Something else'),
    ]);
    expect(names.map(({ document }) => document)).toEqual([
      'Security for Microsoft…',
      'Scan Engine 2.1',
      '',
    ]);
  });

  it('leave out the words with which all the titles begin', () => {
    const names = chipNames([
      source('https://help.example/1', 'Endpoint Security: encryption and removal'),
      source('https://help.example/2', 'Endpoint Security: Agent'),
    ]);
    expect(names.map(({ document }) => document)).toEqual(['encryption and removal', 'Agent']);
    const one = chipNames([
      source('https://help.example/1', 'Removal'),
      source('https://help.example/2', 'Removal by hand'),
    ]);
    expect(one.map(({ document }) => document)).toEqual(['Removal', 'Removal by hand']);
  });

  it('give the whole title and the place in it where the short ones are alike', () => {
    const names = chipNames([
      source('https://help.example/1', 'Removal: with a tool'),
      source('https://help.example/2', 'Removal: by hand'),
      source('https://help.example/3', 'Encryption'),
      source('https://law.example/1', 'The act', 'section 1'),
      source('https://law.example/2', 'The act', 'section 2'),
    ]);
    expect(names.map(({ document }) => document)).toEqual([
      'Removal: with a tool',
      'Removal: by hand',
      'Encryption',
      'The act, section 1',
      'The act, section 2',
    ]);
  });

  it('are never alike beside any text of the advisory', () => {
    const lists: (typeof advisory.sources)[] = [];
    JSON.parse(JSON.stringify({ ...advisory, sources: [] }), (key, value: unknown) => {
      if (key === 'sources' && Array.isArray(value))
        lists.push(advisory.sources.filter(({ id }) => value.includes(id)));
      return value;
    });
    expect(lists.length).toBeGreaterThan(100);
    for (const list of lists)
      expect(new Set(chipNames(list).map(({ host, document }) => `${host} ${document}`)).size).toBe(
        list.length,
      );
  });
});
