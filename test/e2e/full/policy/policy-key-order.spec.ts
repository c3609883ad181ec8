// The same values in another order are the same policy: nothing is delivered anew, and nothing reported.
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../harness/browsers/browser.ts';
import { onEachComputer } from '../../../harness/computer.ts';
import { eventually, never } from '../../../harness/eventually.ts';
import { createCollector } from '../../../harness/servers/collector.ts';

const host = 'collector.example.com';
const orders = {
  mode: 'warn',
  organizationName: 'Example Corporation',
  messages: { en: 'One.', es: 'Dos.', fr: 'Trois.' },
  reportAddress: `https://${host}/v1/logs`,
  reportHeaders: { 'x-api-key': 'a', 'x-tenant': 'b' },
  exceptions: ['a.example.com', 'b.example.com'],
  snoozeDays: 9,
};

/** Keys in the other direction at every depth; a list keeps its order, which says something. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, turned(inner)] as const);
  return Object.fromEntries(entries.toReversed());
}

const deliveredAt = async (browser: Browser) =>
  (await browser.api<{ policy: { deliveredAt: string } }>('storage.local.get', 'policy')).policy
    .deliveredAt;

describe('A policy', () => {
  const collector = createCollector();
  const changes = () => collector.received.filter(({ name }) => name === 'policy.changed').length;

  onEachComputer(
    'A policy in another order',
    () => ({ orders, hosts: { [host]: collector.handle } }),
    (computer) => {
      it('is the same policy', async () => {
        const { browser, engine, write } = computer();
        await eventually('The first report', async () => changes() > 0, 60_000);
        const [first, told] = [await deliveredAt(browser), changes()];
        expect(JSON.stringify(turned(orders))).not.toBe(JSON.stringify(orders));
        write(turned(orders) as typeof orders);
        if (engine === 'firefox') await browser.restart();
        await never('A new delivery', async () => (await deliveredAt(browser)) !== first, 8000);
        expect(changes()).toBe(told);
        // It was read: one other value is delivered, and reported.
        await computer().order({ ...(turned(orders) as typeof orders), snoozeDays: 10 });
        expect(await deliveredAt(browser)).not.toBe(first);
        await eventually('Its report', async () => changes() > told, 60_000);
        collector.clear();
      });
    },
  );
});
