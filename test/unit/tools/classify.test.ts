import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerLine, parseDetection } from '../../../tools/advisory/classify.ts';
import { packagedIndex } from '../../cases/detection-cases.ts';

const index = packagedIndex();
const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('a line', () => {
  it('is answered with its id, label, rule and reason', () => {
    const answer = answerLine(
      '{"id": 7, "type": "filename", "filename": "kis21.3.10.391en.exe"}',
      1,
      index,
    );
    expect(answer).toEqual({
      id: 7,
      label: 'product-download',
      rule: 'file.product-name',
      reason: expect.any(String),
    });
  });

  it.each([
    ['nonsense', 'line 3 is not JSON'],
    ['', 'line 3 is not JSON'],
    ['7', 'line 3: '],
    ['{"type": "page", "url": "https://example.com/"}', 'line 3: type: '],
    ['{"type": "url"}', 'line 3: url: '],
    ['{"type": "download", "url": "https://example.com/", "filename": 3}', 'line 3: filename: '],
  ])('that is bad is answered in its place: %s', (line, beginning) => {
    expect(answerLine(line, 3, index)).toEqual({
      error: expect.stringMatching(new RegExp(`^${beginning}`)),
    });
  });

  it('keeps its id when it is bad', () => {
    expect(answerLine('{"id": "a", "type": "url"}', 1, index)).toMatchObject({
      id: 'a',
      error: expect.any(String),
    });
  });
});

it('names what is wrong with an advisory', () => {
  const faults = (text: string) => {
    const result = parseDetection(new TextEncoder().encode(text));
    return result.ok ? [] : result.error.map(({ path }) => path);
  };
  expect(faults('{"format": 2}')).toEqual(['format', 'detection']);
  expect(
    faults(
      '{"format": 1, "detection": {"watchedHosts": [], "noRule": {"en": "None."}, "rules": 3}}',
    ),
  ).toEqual(['detection.rules']);
  expect(faults('{')).toEqual(['']);
});

it('answers one for one, in order, and goes on after a bad line', async () => {
  const lines = [
    '{"id":1,"type":"domain","url":"www.kaspersky.de"}',
    'nonsense',
    '{"id":3,"type":"url","url":"https://www.example.org/"}',
  ];
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'tools/advisory/main.ts', 'classify'],
      { cwd: root },
      (error, stdout) => {
        if (error) reject(error);
        else resolve(stdout);
      },
    );
    child.stdin?.end(lines.join('\n'));
  });
  const answers: unknown[] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toEqual([
    expect.objectContaining({ id: 1, label: 'vendor-site' }),
    { error: expect.stringContaining('line 2') },
    expect.objectContaining({ id: 3, label: 'unrelated', rule: 'no-rule' }),
  ]);
});
