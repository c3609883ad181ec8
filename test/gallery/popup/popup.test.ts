import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { parts } from '../../../src/popup/place.ts';
import { missing } from '../connection.ts';
import { accessibilityFaults, keepPicture, openGallery, overflows, type Gallery, type State } from '../gallery.ts';
import { sampleNames } from './samples.ts';

const looks: readonly (readonly [string, Omit<State, 'address'>])[] = [
  ['light', {}],
  ['dark', { dark: true }],
  ['narrow', { width: 320 }],
  ['wide', { width: 1000, height: 800 }],
  ['forced-colors', { forcedColors: true, dark: true }],
];

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery({ page: 'src/popup/index.html', main: 'test/gallery/popup/main.tsx' });
});

afterAll(() => gallery.close());

async function shown(state: State): Promise<Page> {
  const page = await gallery.open(state);
  await page.locator('.footer').waitFor();
  await page.locator('[role=tabpanel]:not([hidden]) > :not(.waiting)').first().waitFor();
  return page;
}

async function judge(page: Page, picture: string): Promise<void> {
  await keepPicture(page, `popup/${picture}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(await page.locator('body').textContent()).not.toContain(missing);
  await page.context().close();
}

describe.each(looks)('The popup, %s,', (look, state) => {
  it.each(parts)('shows its part %s without a fault in accessibility', async (part) => {
    const page = await shown({ ...state, address: `?tab=1&sample=vendor#${part}` });
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await judge(page, `${look}-${part}`);
  });
});

describe('The popup under the toolbar button', () => {
  it.each(sampleNames)('shows a page that is %s without a fault in accessibility', async (name) => {
    await judge(await shown({ address: `?sample=${name}` }), `page-${name}`);
    await judge(await shown({ address: `?sample=${name}`, dark: true }), `page-${name}-dark`);
  });

  it.each(parts)('mirrors its part %s where people read from right to left', async (part) => {
    await judge(await shown({ address: `?tab=1&sample=right-to-left#${part}`, locale: 'ar' }), `right-to-left-${part}`);
  });

  it.each([['light', {}], ['narrow', { width: 320 }], ['dark', { dark: true }]] as const)('shows dates that are ahead, %s', async (look, state) => {
    await judge(await shown({ ...state, address: '?tab=1&sample=ahead#dates' }), `${look}-dates-ahead`);
  });

  it.each(looks)('finds what is looked for in spite of typing errors, and leads there, %s', async (look, state) => {
    const page = await shown({ ...state, address: '?sample=vendor' });
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox', { name: 'Search everything here' }).pressSequentially('ultrav unistall');
    await page.locator('.hit').first().waitFor();
    await keepPicture(page, `popup/${look}-search`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('.hit', { hasText: 'UltraAV' }).first().press('Enter');
    await page.locator('.arrived:focus').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('UltraAV');
    await judge(page, `${look}-found`);
  });

  it('leaves the search by Escape, and is where it was before', async () => {
    const page = await shown({ address: '?sample=vendor' });
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[aria-label=Search]:focus').waitFor();
    expect(await page.getByRole('tab', { name: 'This page' }).getAttribute('aria-selected')).toBe('true');
    await page.context().close();
  });

  it.each(looks)('sums up for a ticket what was found, by which rule, dates, sources and version, %s', async (look, state) => {
    const page = await shown({ ...state, address: '?sample=download' });
    await page.getByRole('button', { name: 'Summary for a ticket' }).click();
    await page.locator('.sheet').waitFor();
    const text = await page.locator('.sheet').innerText();
    for (const part of ['www.kaspersky.com', 'sample.product-download', '2024', 'https://www.federalregister.gov/', 'Advisory version']) expect(text).toContain(part);
    expect(text).not.toContain('/downloads/antivirus');
    await judge(page, `${look}-ticket`);
  });

  it('keeps the removal steps that are ticked', async () => {
    const page = await shown({ address: '?sample=vendor&tab=1#removal' });
    await page.getByRole('checkbox').nth(1).press('Space');
    await page.locator('.steps .done').waitFor();
    await judge(page, 'light-removal-begun');
  });

  it('shows only its frame while it waits', async () => {
    const page = await gallery.open({ address: '?sample=waiting' });
    await page.locator('main[aria-busy=true]').waitFor();
    await judge(page, 'waiting');
  });

  it('says what went wrong, and tries again when told to', async () => {
    const page = await gallery.open({ address: '?sample=failing' });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('The background worker did not answer.');
    await keepPicture(page, 'popup/failing');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.footer').waitFor();
    await page.context().close();
  });
});

describe('The answer to “Does it apply to me?”', () => {
  it.each([0, 1, 2, 3])('is given, with its sources, for someone at place %i', async (place) => {
    const page = await shown({ address: '?tab=1&sample=vendor#me' });
    for (const [label, index] of [['Where are you?', place], ['Who are you in this?', place], ['What is it about?', place]] as const) {
      await page.getByLabel(label).selectOption({ index: index + 1 });
    }
    const answer = page.locator('.answer');
    expect(await answer.locator('a').count()).toBeGreaterThan(0);
    await judge(page, `answer-${place}`);
  });
});

describe('The tabs of the popup', () => {
  it('are walked through by arrow keys, Home and End, and only one of them is in the tab order', async () => {
    const page = await shown({ address: '?sample=vendor' });
    await page.getByRole('tab', { name: 'This page' }).focus();
    const selected = page.locator('[role=tab][aria-selected=true]');
    for (const [key, name] of [['ArrowRight', 'The ban'], ['End', 'Questions'], ['ArrowRight', 'This page'], ['ArrowLeft', 'Questions'], ['Home', 'This page']] as const) {
      await page.keyboard.press(key);
      expect(await selected.textContent()).toBe(name);
      expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
    }
    expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1);
    await page.context().close();
  });

  it('keep what was typed when one comes back to them', async () => {
    const page = await shown({ address: '?tab=1&sample=vendor#questions' });
    await page.getByRole('searchbox').fill('because');
    await page.getByRole('tab', { name: 'The ban' }).click();
    await page.getByRole('tab', { name: 'Questions' }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('because');
    await page.context().close();
  });
});
