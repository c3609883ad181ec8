import type { VNode } from 'preact';
import type { Sign } from '../../../core/detection/model/labels.ts';

/** Shapes differ as much as colors do. */
const shapes = {
  warning: { ground: 'M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2z', line: 'M12 7v6M12 16.6v.1' },
  lookalike: {
    ground: 'M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2z',
    line: 'M9.3 9.3a2.7 2.7 0 1 1 4.2 2.3c-1 .7-1.5 1.1-1.5 2.1M12 17v.1',
  },
  notice: { ground: 'M12 2.6L22.6 21.4H1.4z', line: 'M12 9.4v5M12 17.8v.1' },
  hint: { ground: 'M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20z', line: 'M12 11v6M12 7.4v.1' },
  clear: { ground: 'M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20z', line: 'M8 12h8' },
  unknown: {
    ground: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
    line: 'M9.3 9.3a2.7 2.7 0 1 1 4.2 2.3c-1 .7-1.5 1.1-1.5 2.1M12 17v.1',
  },
} as const satisfies Record<Sign, unknown>;

export function VerdictSign({ sign }: { readonly sign: Sign }): VNode {
  return (
    <svg class="sign" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path class="sign-ground" d={shapes[sign].ground} />
      <path class="sign-line" d={shapes[sign].line} />
    </svg>
  );
}
