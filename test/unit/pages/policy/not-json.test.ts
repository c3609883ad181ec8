import { expect, it } from 'vitest';
import { notJson } from '../../../../src/pages/policy/not-json.ts';

const t = (key: string, ...values: string[]) => `${key}(${values.join(', ')})`;

it.each([
  [
    `Expected property name or '}' in JSON at position 2 (line 1 column 3)`,
    'policyTryNotJsonAt(1, 3,',
  ],
  [
    'JSON.parse: unexpected end of data at line 12 column 1040 of the JSON data',
    'policyTryNotJsonAt(12, 1,040,',
  ],
  ['Unexpected end of JSON input', 'policyTryNotJson('],
  [`Unexpected token 'l', "line column" is not valid JSON`, 'policyTryNotJson('],
])('says where reading ended, as far as the engine tells: %s', (message, beginning) => {
  expect(notJson(message, t, 'en')).toBe(
    `${beginning}${beginning.includes('At') ? ' ' : ''}technicalDetail(${message}))`,
  );
});
