import type { ReportsView } from '../view/options.ts';

/** Whether reports fail to arrive as things stand; a delivery after a failure ends it. */
export function isFailing({ failure, deliveredAt }: Pick<ReportsView, 'failure' | 'deliveredAt'>): boolean {
  return failure !== null && (deliveredAt === null || Date.parse(failure.at) >= Date.parse(deliveredAt));
}
