import { expect, it } from 'vitest';
import { isMatched } from '../../../../src/core/base/web-address.ts';

it.each([
  ['*://*.example.com/*', 'https://example.com/'],
  ['*://*.example.com/*', 'http://a.b.example.com:8080/path?x=1'],
  ['*://www.example.com/*', 'https://www.example.com/any'],
  ['*://www.example.com/download/*', 'https://www.example.com/download/kis.html'],
  ['*://www.example.com/download*', 'https://www.example.com/downloads/'],
])('%s names %s', (pattern, url) => {
  expect(isMatched(pattern, url)).toBe(true);
});

it.each([
  ['*://*.example.com/*', 'https://notexample.com/'],
  ['*://*.example.com/*', 'https://example.com.evil.example/'],
  ['*://www.example.com/*', 'https://example.com/'],
  ['*://www.example.com/*', 'https://sub.www.example.com/'],
  ['*://www.example.com/download/*', 'https://www.example.com/news/download/'],
  ['*://www.example.com/*', 'no address'],
  ['<all_urls>', 'https://www.example.com/'],
])('%s does not name %s', (pattern, url) => {
  expect(isMatched(pattern, url)).toBe(false);
});
