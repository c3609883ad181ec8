import { afterAll, expect, it } from 'vitest';
import { badPolicies } from '../../../cases/bad-policies.ts';
import type { PageHandle } from '../../../harness/browsers/browser.ts';
import { eventually } from '../../../harness/eventually.ts';
import { someOf } from '../../../harness/extent.ts';
import { inEachBrowser } from '../../../harness/stage.ts';
import { controlLabels, pressControl, showsText } from '../../../harness/pages/own-page.ts';
import { shownPlace } from '../../../harness/pages/policy-faults.ts';

const policyPath = 'src/pages/policy/index.html';

/** Puts a document into the field as a paste would, and asks for it. */
const tryDocument = `(text) => {
  const field = document.getElementById('try-text');
  field.value = text;
  document.querySelector('.tried')?.setAttribute('data-old', '');
  field.form.requestSubmit();
}`;

interface Tried {
  readonly faults: readonly string[];
  readonly keys: readonly string[];
}

const readTried = `() => {
  const tried = document.querySelector('.tried');
  if (!tried) return null;
  const places = [...tried.querySelectorAll('.faults li')].map((item) => [item.querySelector('.place').textContent, item.querySelector('.reason').textContent]);
  return {
    faults: places.filter(([, reason]) => reason.length > 5).map(([place]) => place),
    keys: [...tried.querySelectorAll('.policy-row:is(.origin-policy, .origin-policy-default) .policy-name code')].map((code) => code.textContent),
  };
}`;

inEachBrowser('The policy page', (stage) => {
  let page: PageHandle | null = null;
  const open = async () => (page ??= await stage().browser.openExtensionPage(policyPath));

  afterAll(() => page?.close());

  it('says plainly that there is no policy, stays short, and is reached from the settings', async () => {
    const { browser } = stage();
    const options = await browser.openExtensionPage('src/pages/options/index.html#policy');
    await showsText(options, /no administrator’s policy applies/i);
    await pressControl(options, /test a policy/);
    // The click replaces the page; whoever reads it meanwhile reads nothing.
    await eventually('The policy page', async () => (await options.url()).includes(policyPath));
    const text = await eventually('Its words', async () => {
      const shown = await options.text().catch(() => '');
      return /no administrator’s policy/i.test(shown) && /policy as json/i.test(shown)
        ? shown
        : null;
    });
    expect(text.length).toBeLessThan(900);
    expect(await controlLabels(options)).not.toContain('Copy as JSON');
    await options.close();
  });

  it('names every fault of every wrong document, keeps its good keys, and applies nothing', async () => {
    const shown = await open();
    await showsText(shown, /test a policy/i);
    const before = await stage().browser.api<Record<string, unknown>>('storage.local.get', null);
    for (const { name, raw, faults, values } of someOf(badPolicies, 15)) {
      await shown.evaluate(tryDocument, JSON.stringify(raw));
      const wanted = faults.map(shownPlace).sort().join();
      const found = await eventually(`The faults of ${name}`, async () => {
        const tried = await shown.evaluate<Tried | null>(readTried);
        return tried &&
          [...tried.faults].sort().join() === wanted &&
          tried.keys.length === Object.keys(values).length
          ? tried
          : null;
      });
      expect([...found.keys].sort(), name).toEqual(Object.keys(values).sort());
    }
    expect(await stage().browser.api<Record<string, unknown>>('storage.local.get', null)).toEqual(
      before,
    );
  });

  it('takes a whole policy file, and says where a text is no JSON', async () => {
    const shown = await open();
    const file = {
      policies: {
        '3rdparty': {
          Extensions: { 'some@id': { mode: 'block', organizationName: 'Example Corporation' } },
        },
      },
    };
    await shown.evaluate(tryDocument, JSON.stringify(file));
    await eventually(
      'Two keys',
      async () =>
        (await shown.evaluate<Tried | null>(readTried))?.keys.join() === 'mode,organizationName',
    );
    await shown.evaluate(tryDocument, '{"mode": ');
    await showsText(shown, /this isn’t json/i);
  });
});
