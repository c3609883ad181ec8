// A document that is only tried: the whole worker, in memory.
import { beforeEach, expect, it, vi } from 'vitest';
import type { PolicyView } from '../../../src/core/view/policy.ts';
import { startClient } from '../report/client.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

const languageIn = ({ policy }: { readonly policy: PolicyView }) =>
  policy.rows.find(({ name }) => name === 'language');

it('is read without what the person chose on this computer, which counts only for the policy in force', async () => {
  const document = { language: 'es', peopleMayChange: ['language'] };
  const client = await startClient({ policy: document });
  await client.ask('change-setting', { name: 'language', value: 'en' });
  expect(
    languageIn(await client.ask('try-policy', { text: JSON.stringify(document) })),
  ).toMatchObject({ value: '"es"', origin: 'policy-default' });
  expect(languageIn(await client.ask('policy-view'))).toMatchObject({
    value: '"en"',
    origin: 'person',
  });
});
