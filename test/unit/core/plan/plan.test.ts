import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyPlan,
  markDone,
  withEarlierTicks,
  type Plan,
} from '../../../../src/core/plan/plan.ts';
import { readPlanFile } from '../../../../src/core/plan/plan-file.ts';
import { maxPlanCharacters, planFile } from '../../../../src/core/plan/plan-text-file.ts';

const plan: Plan = {
  needs: ['home', 'vpn', 'passwords'],
  devices: ['windows', 'macos', 'android', 'ios'].map((system, index) => ({
    id: `d${String(index + 1)}`,
    name: index === 0 ? 'Desk' : '',
    system,
  })),
  choices: [{ need: 'vpn', product: 'mullvad' }],
  done: [{ step: 'd1:windows/uninstall/step-1', on: '2026-11-23' }],
};

describe('A plan as a file', () => {
  it('is read as it was written', () => {
    expect(readPlanFile(planFile(plan, 0))).toEqual({ ok: true, value: plan });
  });

  it.each([
    ['x'.repeat(maxPlanCharacters + 1), 'tooLarge'],
    ['{', 'notJson'],
    ['null', 'notPlan'],
    [JSON.stringify({ kind: 'other', format: 1, plan }), 'notPlan'],
    [planFile(plan, 0).replace('"format": 1', '"format": 2'), 'later'],
    [planFile(plan, 0).replace('"d2"', '"d1"'), 'broken'],
    [planFile(plan, 0).replace('"Desk"', `"${'x'.repeat(61)}"`), 'broken'],
    [planFile(plan, 0).replace('"windows"', '"<script>"'), 'broken'],
    [planFile(plan, 0).replace('2026-11-23', 'soon'), 'broken'],
  ])('is refused whole where it is none (%#)', (text, fault) => {
    expect(readPlanFile(text)).toEqual({ ok: false, error: fault });
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.json(), (inner) => {
        readPlanFile(`{"kind":"kaspersky-ban-advisory-plan","format":1,"plan":${inner}}`);
      }),
    );
  });
});

describe('Ticks', () => {
  it('are put and taken back, each once', () => {
    const steps = ['d1:before/save/step-1', 'd2:before/save/step-1'];
    const once = markDone(plan, steps, true, '2026-11-24');
    expect(markDone(once, steps, true, '2026-11-25').done).toHaveLength(3);
    expect(markDone(once, steps, false, '').done).toEqual(plan.done);
  });
});

describe('Ticks of a version without plans', () => {
  it('are those of one device whose system nobody said', () => {
    expect(withEarlierTicks(emptyPlan, ['verify/record'])).toMatchObject({
      devices: [{ id: 'd1', system: '' }],
      done: [{ step: 'd1:verify/record', on: '' }],
    });
  });

  it('leave a plan alone that is there already', () => {
    expect(withEarlierTicks(plan, ['verify/record'])).toBe(plan);
    expect(withEarlierTicks(emptyPlan, [])).toBe(emptyPlan);
  });
});
