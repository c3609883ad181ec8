// The guides to removal as people get them: one step at a time, and nothing of another system.
import { describe, expect, it } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const { principles, before, systems, after, verify } = parsed.value.removal;
type Guide = (typeof systems)[number]['id'];

const groupsOf = (guide: Guide) => [
  ...before,
  ...(systems.find(({ id }) => id === guide)?.groups ?? []),
  ...after,
  { id: 'verify', title: { en: '' }, steps: verify },
];
const stepsOf = (guide: Guide) =>
  groupsOf(guide).flatMap(({ steps }) =>
    steps.filter((step) => step.systems?.includes(guide) ?? true),
  );

describe('A guide to removal', () => {
  // To decrypt before the removal tool is used, to lift the protection before the task is started, to read the codes that a command needs, and the reason before the packages go.
  it.each([
    ['windows', 'step-20', 'step-19'],
    ['fleet', 'step-41', 'step-39'],
    ['fleet', 'step-44', 'step-71'],
    ['linux', 'step-38', 'step-34'],
  ] as const)('of %s has %s before %s', (guide, first, then) => {
    const order = stepsOf(guide).map(({ id }) => id);
    expect(order).toContain(first);
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(then));
  });

  it('of Linux speaks of no other system, and has a task under the certificate', () => {
    const words = [...principles, ...stepsOf('linux')].map(({ text }) => text.en);
    expect(
      words.filter((text) => /Windows|macOS|iPhone|Android|Settings, Import/.test(text)),
    ).toEqual([]);
    const certificate = after.find(({ id }) => id === 'certificate')?.steps ?? [];
    expect(certificate.some(({ isNote, systems: own }) => !isNote && own?.includes('linux'))).toBe(
      true,
    );
  });

  it.each(['windows', 'fleet'] as const)(
    'of %s says that the built-in protection bridges the gap',
    (guide) => {
      expect(stepsOf(guide).map(({ text }) => text.en)).toContain(
        'On Windows the built-in protection is enough for the gap.',
      );
    },
  );
});
