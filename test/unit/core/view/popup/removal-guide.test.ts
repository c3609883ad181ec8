import { describe, expect, it } from 'vitest';
import type { PopupView } from '../../../../../src/core/view/popup/popup.ts';
import type { StepView } from '../../../../../src/core/view/popup/steps.ts';
import { removalGuide, systemShowing } from '../../../../../src/core/view/popup/removal-guide.ts';

const step = (id: string, more: Partial<StepView> = {}): StepView => ({
  id,
  text: id,
  code: [],
  isNote: false,
  looksForTraces: false,
  systems: null,
  sources: [],
  confirmed: true,
  ...more,
});
const removal: PopupView['removal'] = {
  principles: [],
  before: [
    {
      id: 'save',
      title: 'Save',
      steps: [
        step('all'),
        step('caution', { isNote: true }),
        step('phone', { systems: ['android'] }),
      ],
    },
    { id: 'vpn', title: 'VPN', steps: [step('off', { systems: ['windows', 'android'] })] },
  ],
  systems: [
    {
      id: 'windows',
      title: 'Windows',
      groups: [
        { id: 'remove', title: 'Remove', steps: [step('settings'), step('why', { isNote: true })] },
      ],
    },
    {
      id: 'linux',
      title: 'Linux',
      groups: [{ id: 'remove', title: 'Remove', steps: [step('packages')] }],
    },
  ],
  after: [
    { id: 'certificate', title: 'Certificate', steps: [step('console', { systems: ['windows'] })] },
  ],
  verify: [step('list'), step('registry', { systems: ['windows'] })],
  replacement: {
    title: 'Leftovers',
    facts: [],
    steps: [
      step('uninstall', { systems: ['windows'] }),
      step('known', { isNote: true, systems: ['windows'] }),
    ],
  },
};

describe('The guide to removal', () => {
  it('counts the tasks of the chosen system alone, and no note', () => {
    expect(removalGuide(removal, 'linux').tasks).toEqual([
      'before/save/all',
      'linux/remove/packages',
      'verify/list',
    ]);
    expect(removalGuide(removal, 'windows').tasks).toEqual([
      'before/save/all',
      'before/vpn/off',
      'windows/remove/settings',
      'after/certificate/console',
      'replacement/uninstall',
      'verify/list',
      'verify/registry',
    ]);
  });

  it('shows the notes, but nothing that is for other systems only, nor a heading over nothing', () => {
    const guide = removalGuide(removal, 'linux');
    expect(guide.before.map(({ id, steps }) => [id, steps.map((one) => one.id)])).toEqual([
      ['save', ['all', 'caution']],
    ]);
    expect(guide.own.map(({ id }) => id)).toEqual(['remove']);
    expect(guide.after).toEqual([]);
    expect(guide.verify.map(({ id }) => id)).toEqual(['list']);
    expect(guide.replacement).toBeNull();
    expect(removalGuide(removal, 'windows').replacement?.steps.map(({ id }) => id)).toEqual([
      'uninstall',
      'known',
    ]);
  });

  it('shows every step of a document that names no systems', () => {
    const plain = {
      ...removal,
      before: [{ id: 'save', title: 'Save', steps: [step('all')] }],
      after: [],
      verify: [],
      replacement: { title: 'Leftovers', facts: [], steps: [] },
    };
    for (const system of ['windows', 'linux', 'fleet'])
      expect(removalGuide(plain, system)).toMatchObject({
        before: plain.before,
        replacement: plain.replacement,
      });
  });

  it('leads to the chosen system where that shows what was looked for, else to the first that does', () => {
    expect(systemShowing(removal, 'steps-before-save', 'linux')).toBe('linux');
    expect(systemShowing(removal, 'steps-before-vpn', 'linux')).toBe('windows');
    expect(systemShowing(removal, 'steps-linux-remove', 'windows')).toBe('linux');
    expect(systemShowing(removal, 'replacement', 'linux')).toBe('windows');
    expect(systemShowing(removal, 'principles-restart', 'linux')).toBeUndefined();
  });
});
