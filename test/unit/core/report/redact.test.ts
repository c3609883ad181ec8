import { describe, expect, it } from 'vitest';
import { addressAttributes, fileAttributes } from '../../../../src/core/report/redact.ts';

const pathOf = (path: string) => addressAttributes(`https://www.example.com${path}`)['url.path'];

describe('A reported path', () => {
  it.each([
    ['/d/3f2504e0-4f89-11d3-9a0c-0305e82c3301/setup.exe', '/d/-/setup.exe'],
    ['/dl/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0/kis.exe', '/dl/-/kis.exe'],
    ['/get/a81c9f07bb3e41d2a5577c0e/kis.exe', '/get/-/kis.exe'],
    ['/(S(lit3py55t21z5v55vlm25s55))/shop/kis.exe', '/-/shop/kis.exe'],
    ['/reset/abc', '/reset/-'],
    ['/session//abc/files', '/session//-/files'],
    ['/token/abc/kis.exe', '/token/-/kis.exe'],
  ])('holds no token: %s', (path, expected) => {
    expect(pathOf(path)).toBe(expected);
  });

  it.each([
    '/homeuser/kis2015/kis15.0.1.415en_6872.exe',
    '/get/Antivirus/Kaspersky-Total-Security-2021-x64-Offline.shtml',
    '/kasperskyinternetsecurity2021.exe',
    '/apps/details/1234567890',
  ])('keeps what names the software: %s', (path) => {
    expect(pathOf(path)).toBe(path);
  });
});

it.each([
  ['kis\u0000\u001b[31m.exe', 'kis[31m.exe'],
  ['kis\r\nX-Header: 1.exe', 'kisX-Header: 1.exe'],
  ['kis\u202Eexe.pdf', 'kisexe.pdf'],
])('A reported file name holds no control characters: %j', (name, expected) => {
  expect(fileAttributes(name)).toEqual({ 'file.name': expected });
});
