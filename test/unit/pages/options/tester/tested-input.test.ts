import { expect, it } from 'vitest';
import {
  testedInput,
  withoutPersonalParts,
} from '../../../../../src/pages/options/tester/tested-input.ts';

it.each([
  ['https://www.example.net/x/y', { type: 'url', value: 'https://www.example.net/x/y' }],
  [
    '  https://www.example.net/x/y  Kaspersky Plus: 3 devices  ',
    {
      type: 'url',
      value: 'https://www.example.net/x/y',
      title: 'Kaspersky Plus: 3 devices',
    },
  ],
  ['www.example.net/x', { type: 'url', value: 'https://www.example.net/x' }],
  ['www.example.net', { type: 'domain', value: 'www.example.net' }],
  ['Kaspersky setup.exe', { type: 'filename', value: 'Kaspersky setup.exe' }],
])('takes "%s" for what it is', (text, input) => {
  expect(testedInput(text)).toEqual(input);
});

it('repeats no title, which may be personal, in a report', () => {
  expect(withoutPersonalParts('https://me:x@www.example.net/x?y=1#z My own mail')).toBe(
    'https://www.example.net/x',
  );
});
