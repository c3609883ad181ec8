// Which products fit a need on the plan's systems, in two lists: what the systems bring with them, and all others by name.
import type { PopupView } from '../../../../core/view/popup/popup.ts';

export type Product = PopupView['alternatives']['products'][number];

/** Products of this need are part of a system. */
export const builtInNeed = 'built-in';
/** Needs that a system's own protection meets. */
const protection = new Set(['home', 'mobile', builtInNeed]);

export const platforms = ['windows', 'macos', 'linux', 'android', 'ios'] as const;
export type Platform = (typeof platforms)[number];

/** None where the advisory knows none of its own; a product without systems may run on any. */
const runsOn = ({ platforms: own }: Product, systems: readonly string[]) =>
  own.length === 0 || systems.length === 0 || systems.some((system) => own.includes(system));

export interface Compared {
  readonly builtIn: readonly Product[];
  readonly others: readonly Product[];
}

/** An empty need: all. */
export function compareFor(
  products: readonly Product[],
  need: string,
  systems: readonly string[],
): Compared {
  const known = systems.filter((system) => platforms.some((one) => one === system));
  const fitting = products.filter((product) => runsOn(product, known));
  const isBuiltIn = ({ needs }: Product) => needs.includes(builtInNeed);
  const builtIn = need === '' || protection.has(need) ? fitting.filter(isBuiltIn) : [];
  const others = fitting.filter(
    (product) => !builtIn.includes(product) && (need === '' || product.needs.includes(need)),
  );
  return { builtIn, others };
}
