// The guides to removal as people get them: one step at a time, and nothing of another system.
import { describe, expect, it } from 'vitest';
import { parseAdvisoryValue } from '../../../src/core/advisory/parse.ts';
import document from '../../../src/data/advisory.json' with { type: 'json' };

const parsed = parseAdvisoryValue(document);
if (!parsed.ok) throw new Error('The advisory does not parse.');
const { principles, before, systems, after, verify } = parsed.value.removal;
type Guide = (typeof systems)[number]['id'];

const groupsOf = (guide: Guide) => [...before, ...(systems.find(({ id }) => id === guide)?.groups ?? []), ...after, { id: 'verify', title: { en: '' }, steps: verify }];
const stepsOf = (guide: Guide) => groupsOf(guide).flatMap(({ steps }) => steps.filter((step) => step.systems?.includes(guide) ?? true));

describe('A guide to removal', () => {
  // To decrypt before the removal tool is used, to lift the protection before the task is started, to read the codes that a command needs, and the reason before the packages go.
  it.each([['windows', 'step-20', 'step-19'], ['fleet', 'step-41', 'step-39'], ['fleet', 'step-44', 'step-71'], ['linux', 'step-38', 'step-34']] as const)('of %s has %s before %s', (guide, first, then) => {
    const order = stepsOf(guide).map(({ id }) => id);
    expect(order).toContain(first);
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(then));
  });

  it('of Linux speaks of no other system, and has a task under the certificate', () => {
    const words = [...principles, ...stepsOf('linux')].map(({ text }) => text.en);
    expect(words.filter((text) => /Windows|macOS|iPhone|Android|Settings, Import/.test(text))).toEqual([]);
    const certificate = after.find(({ id }) => id === 'certificate')?.steps ?? [];
    expect(certificate.some(({ isNote, systems: own }) => !isNote && own?.includes('linux'))).toBe(true);
  });

  const guides = systems.map(({ id }) => id);
  const tasksOf = (guide: Guide) => stepsOf(guide).filter(({ isNote }) => !isNote);

  it.each(['windows', 'macos', 'android', 'ios', 'fleet'] as const)('of %s begins with what must be saved, and says how to see that it was', (guide) => {
    const [first] = groupsOf(guide).filter(({ steps }) => steps.some((step) => step.systems?.includes(guide) ?? true));
    expect(first?.id).toBe('passwords');
    expect(tasksOf(guide).map(({ id }) => id)).toEqual(expect.arrayContaining(['save-rest', 'save-codes', 'step-4']));
  });

  it('of a company saves keys and server before anything is removed', () => {
    const order = stepsOf('fleet').map(({ id }) => id);
    const removal = order.indexOf('step-39');
    for (const id of ['save-bitlocker', 'save-server', 'see-server', 'step-6', 'save-packages']) expect(order.indexOf(id), id).toBeLessThan(removal);
    expect(order.indexOf('server-last')).toBeLessThan(order.indexOf('step-48'));
  });

  it('of a company turns protection on Windows Server on before the removal', () => {
    const order = stepsOf('fleet').map(({ id }) => id);
    for (const id of ['gap-server', 'gap-server-how', 'gap-server-see']) {
      expect(order).toContain(id);
      expect(order.indexOf(id), id).toBeLessThan(order.indexOf('step-39'));
    }
  });

  it.each(guides)('of %s ends with the check that protection is on, then the line for the record', (guide) => {
    const last = tasksOf(guide).slice(-2).map(({ id }) => id);
    expect(last).toEqual([guide === 'windows' || guide === 'fleet' ? 'step-68' : 'protection-on', 'record']);
  });
});

describe('A step of the removal', () => {
  const { sources, removal } = parsed.value;
  const read = new Set(sources.filter(({ reading }) => reading !== undefined && reading !== 'none').map(({ id }) => id));
  const all = [...guidesSteps(), ...removal.replacement.steps, ...removal.replacement.facts, ...removal.principles];

  function guidesSteps() {
    return systems.flatMap(({ id }) => stepsOf(id));
  }

  it('bears no “not confirmed”, and rests on something that was read', () => {
    expect(all.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual([]);
    expect(all.filter((step) => !step.sources.some((id) => read.has(id))).map(({ id }) => id)).toEqual([]);
  });
});
