import { describe, expect, it } from 'vitest';
import { classifyDownload } from '../../../../src/core/detection/classify-download.ts';
import { packagedIndex } from '../../../cases/detection-cases.ts';

const index = packagedIndex();
const labelOf = (facts: Parameters<typeof classifyDownload>[1]) =>
  classifyDownload(index, facts).label;

const vendorFile = 'https://products.s.kaspersky-labs.com/homeuser/kis2021/kis21.3.10.391en_1.exe';

describe('the same file, whichever way it came', () => {
  it.each([
    ['at its own address', { url: vendorFile }],
    ['through a redirect', { url: 'https://go.example/1', finalUrl: vendorFile }],
    [
      'as the file that a redirect was asked for',
      { url: vendorFile, finalUrl: 'https://cdn.example/0af3' },
    ],
    [
      'from a mirror that keeps the name',
      { url: 'https://mirror.example/pub/kis21.3.10.391en_1.exe' },
    ],
    [
      'under a name that the server gave',
      { url: 'https://mirror.example/get?id=7', fileName: 'kis21.3.10.391en_1.exe' },
    ],
    [
      'with the whole path of the saved file',
      {
        url: 'https://mirror.example/get?id=7',
        fileName: 'C:\\Users\\me\\Downloads\\kis21.3.10.391en_1.exe',
      },
    ],
    [
      'with a path of another system',
      { url: 'blob:https://mirror.example/1', fileName: '/home/me/kis21.3.10.391en_1.exe' },
    ],
    ['by its name alone', { url: '', fileName: 'kis21.3.10.391en_1.exe' }],
    ['behind a sign that is not seen', { url: '', fileName: '\u200bkis21.3.10.391en_1.exe' }],
    ['with signs inside', { url: '', fileName: 'kis21.3.10\u202e.391en_1\u0001.exe' }],
    ['with a dot or a space at its ends', { url: '', fileName: ' kis21.3.10.391en_1.exe. ' }],
    ['as a browser saves `../../`', { url: '', fileName: '_.._kis21.3.10.391en_1.exe' }],
    ['in letters of full width', { url: '', fileName: 'ｋｉｓ21.3.10.391en_1.exe' }],
    ['at an address that ends so', { url: 'https://mirror.example/kis21.3.10.391en_1.exe%20' }],
  ])('asks: %s', (_way, facts) => {
    expect(labelOf(facts)).toBe('product-download');
  });
});

it('judges a file that a page made itself by that page’s site', () => {
  const made = { fileName: 'setup.exe', mime: 'application/x-msdownload' };
  const uuid = '5d7a1c52-1f1e-4f0b-9f5a-0d8a3a0f5f11';
  expect(labelOf({ ...made, url: `blob:https://www.kaspersky.com/${uuid}` })).toBe(
    'product-download',
  );
  expect(labelOf({ ...made, url: `blob:https://files.example/${uuid}` })).toBe('unrelated');
  expect(labelOf({ ...made, url: `blob:null/${uuid}` })).toBe('unrelated');
});

it('takes a generic name for the product only from the vendor’s hosts', () => {
  expect(labelOf({ url: 'https://dm.s.kaspersky-labs.com/en/KIS/21.3.10.391/startup.exe' })).toBe(
    'product-download',
  );
  expect(labelOf({ url: 'https://example.com/startup.exe' })).toBe('unrelated');
  expect(labelOf({ url: '', fileName: 'startup.exe' })).toBe('unrelated');
});

it('takes an installer of any name for the product when a page that offers it started it', () => {
  const referrer = 'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml';
  expect(
    classifyDownload(index, { url: 'https://cdn.example/0af3/setup.exe', referrer }),
  ).toMatchObject({
    label: 'product-download',
    rule: 'file.from-offer',
  });
  expect(labelOf({ url: 'https://cdn.example/0af3/manual.pdf', referrer })).toBe('unrelated');
  expect(
    labelOf({ url: 'https://cdn.example/0af3/setup.exe', referrer: 'https://www.example.com/' }),
  ).toBe('unrelated');
});

it('lets the removal tools through, and asks about the scanner whose name sounds like one', () => {
  expect(
    labelOf({ url: 'https://media.kaspersky.com/utilities/ConsumerUtilities/kavremvr.exe' }),
  ).toBe('removal-help');
  expect(labelOf({ url: '', fileName: 'kavremover.exe' })).toBe('removal-help');
  expect(labelOf({ url: 'https://example.com/Kaspersky_Virus_Removal_Tool.exe' })).toBe(
    'product-download',
  );
});

it('lets research papers through', () => {
  expect(
    labelOf({ url: 'https://media.kasperskycontenthub.com/wp-content/uploads/report.pdf' }),
  ).toBe('exempt');
});

describe('the type that the server gives', () => {
  const program = 'application/x-msdownload; charset=binary';

  it('tells a program of the vendor’s whose address and name say nothing', () => {
    const facts = { url: 'https://www.kaspersky.com/get?product=4711', fileName: 'get' };
    expect(classifyDownload(index, { ...facts, mime: program })).toMatchObject({
      label: 'product-download',
      rule: 'vendor.program',
    });
    expect(labelOf({ ...facts, mime: 'text/html' })).toBe('vendor-site');
  });

  it('tells a program that bears the name without an ending', () => {
    const facts = { url: 'https://files.example/d/9f2', fileName: 'Kaspersky_Plus_2025' };
    expect(labelOf({ ...facts, mime: 'application/vnd.android.package-archive' })).toBe(
      'product-download',
    );
    expect(labelOf({ ...facts, mime: 'application/pdf' })).not.toBe('product-download');
  });

  it('makes nothing of programs that have nothing to do with it, nor of removal tools', () => {
    expect(labelOf({ url: 'https://files.example/setup', fileName: 'setup', mime: program })).toBe(
      'unrelated',
    );
    expect(
      labelOf({
        url: 'https://media.kaspersky.com/utilities/ConsumerUtilities/kavremvr.exe',
        mime: program,
      }),
    ).toBe('removal-help');
  });
});
