// What becomes of an answer: the whole worker, in memory.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuestionsView } from '../../src/core/decision/question.ts';
import { startClient } from './report/client.ts';

const folder = 'https://products.s.kaspersky-labs.com/homeuser/kis2015/';
const download = {
  id: 7,
  url: `${folder}kis15.0.1.415en_6872.exe`,
  filename: '/home/jane.doe/Downloads/kis15.0.1.415en_6872.exe',
};

beforeEach(() => {
  vi.restoreAllMocks();
  for (const level of ['info', 'error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

describe('An answer', () => {
  it('that the browser refuses fails in the browser’s own words, and the question is open again', async () => {
    const client = await startClient({ policy: null });
    await client.download({ ...download, refusal: 'The disk is gone' });
    const { questions } = await client.ask<QuestionsView>('questions-view');
    const id = questions[0]?.id ?? '';
    await expect(client.ask('answer-question', { id, answer: 'cancel' })).rejects.toThrow(
      /The disk is gone/,
    );
    expect((await client.ask<QuestionsView>('questions-view')).questions).toEqual(questions);
  });

  it('is told under the name that the question had, also where the address ends in no file', async () => {
    const client = await startClient({ policy: null });
    await client.download({ ...download, url: folder, filename: '/home/jane.doe/Downloads/' });
    const [question] = (await client.ask<QuestionsView>('questions-view')).questions;
    expect(question?.name).toBe('products.s.kaspersky-labs.com');
    const { answered } = await client.ask<QuestionsView>('answer-question', {
      id: question?.id,
      answer: 'cancel',
    });
    expect(answered).toEqual([
      { id: question?.id, fileName: 'products.s.kaspersky-labs.com', outcome: 'canceled' },
    ]);
  });
});
