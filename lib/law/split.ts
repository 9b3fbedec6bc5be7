import { byDensity, fittingInto, type Item } from './item.ts';
import { search } from './split-search.ts';

export type Split = {
  /** How many of each item are free, by the item's index. */
  readonly free: readonly number[];
  readonly saved: number;
  readonly proven: boolean;
  /** At most this much more duty could be saved; 0 when proven. */
  readonly gap: number;
};

/**
 * The split that saves the most duty without passing a capacity, by branch and bound; after a fixed count of nodes the best so
 * far. What costs no duty but fits is taken in at the end. @returns undefined where none can save more than `toBeat`.
 */
export function bestSplit(items: readonly Item[], capacities: readonly number[]): Split;
export function bestSplit(items: readonly Item[], capacities: readonly number[], toBeat: number): Split | undefined;
export function bestSplit(items: readonly Item[], capacities: readonly number[], toBeat = -1): Split | undefined {
  const free = items.map(() => 0);
  const scarce = capacities
    .flatMap((room, index) => (totalUse(items, index) > room ? [index] : []))
    .sort((a, b) => usersOf(items, b) - usersOf(items, a) || a - b);
  const rooms = scarce.map((index) => roomInSteps(items, index, capacities[index] ?? 0));
  const searched = items
    .map(({ count, duty, uses }, index) => ({ index, count, duty, uses: scarce.map((capacity) => uses[capacity] ?? 0) }))
    .filter(({ duty, uses }) => duty > 0 && uses.some((use) => use > 0) && uses.every((use, index) => use <= (rooms[index] ?? 0)))
    .sort((a, b) => byDensity(a, b, 0) || a.index - b.index);
  const unbound = items.reduce((sum, { count, duty, uses }) => sum + (scarce.some((at) => uses[at]) ? 0 : count * duty), 0);
  const found = search(searched, rooms, toBeat - unbound);
  if (found === undefined) return undefined;
  const { best, saved, proven, bound } = found;
  for (const [position, { index }] of searched.entries()) free[index] = best[position] ?? 0;
  topUp(items, capacities, free);
  return { free, saved: savedBy(items, free), proven, gap: proven ? 0 : bound - saved };
}

const totalUse = (items: readonly Item[], capacity: number): number =>
  items.reduce((sum, { count, uses }) => sum + count * (uses[capacity] ?? 0), 0);

const usersOf = (items: readonly Item[], capacity: number): number =>
  items.filter(({ uses }) => (uses[capacity] ?? 0) > 0).length;

const savedBy = (items: readonly Item[], free: readonly number[]): number =>
  items.reduce((sum, { duty }, index) => sum + duty * (free[index] ?? 0), 0);

/** Prices in whole yuan never fill the last fen: room that no sum of uses can reach is no room, and a bound that knows it is tighter. */
function roomInSteps(items: readonly Item[], capacity: number, room: number): number {
  const step = items.reduce((divisor, { uses }) => commonDivisor(divisor, uses[capacity] ?? 0), 0);
  return step === 0 ? room : room - (room % step);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

function topUp(items: readonly Item[], capacities: readonly number[], free: number[]): void {
  const left = capacities.map(
    (capacity, index) => capacity - items.reduce((sum, { uses }, nth) => sum + (uses[index] ?? 0) * (free[nth] ?? 0), 0),
  );
  for (const [index, item] of items.entries()) {
    const more = fittingInto({ ...item, count: item.count - (free[index] ?? 0) }, left);
    free[index] = (free[index] ?? 0) + more;
    for (let nth = 0; nth < left.length; nth++) left[nth] = (left[nth] as number) - more * (item.uses[nth] ?? 0);
  }
}
