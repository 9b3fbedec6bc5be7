import { byDensity, type Item } from './item.ts';

/**
 * The most that the items from a position on could still save if items could be cut. Each narrow capacity first says how much
 * duty its own goods can save at all; the widest capacity is then filled by density under those ceilings.
 */
export function boundOver(items: readonly Item[], left: readonly number[]): (position: number) => number {
  const narrowOf = items.map(({ uses }) => uses.findIndex((use, index) => index > 0 && use > 0));
  const narrow = left.map((_, capacity) =>
    items
      .flatMap((_, position) => (narrowOf[position] === capacity ? [position] : []))
      .sort((a, b) => byDensity(items[a] as Item, items[b] as Item, capacity) || a - b),
  );
  const ceiling = left.map(() => 0);
  return (position) => {
    for (let capacity = 1; capacity < left.length; capacity++)
      ceiling[capacity] = cutSum(items, narrow[capacity] as readonly number[], position, capacity, left[capacity] as number);
    let room = left[0] ?? 0;
    let sum = 0;
    for (let index = position; index < items.length; index++) {
      const { count, duty, uses } = items[index] as Item;
      const group = narrowOf[index] as number;
      const most = group > 0 ? Math.min(duty * count, ceiling[group] as number) : duty * count;
      const use = uses[0] as number;
      const need = (most / duty) * use;
      if (need > room) return downTo(sum + (room / use) * duty);
      sum += most;
      room -= need;
      if (group > 0) ceiling[group] = (ceiling[group] as number) - most;
    }
    return downTo(sum);
  };
}

function cutSum(items: readonly Item[], order: readonly number[], position: number, capacity: number, space: number): number {
  let room = space;
  let sum = 0;
  for (const index of order) {
    if (index < position) continue;
    const { count, duty, uses } = items[index] as Item;
    const use = uses[capacity] as number;
    if (use * count > room) return sum + (room / use) * duty;
    sum += duty * count;
    room -= use * count;
  }
  return sum;
}

/** Down to a whole number, but never below it by an error of floating point: a bound may be too high, not too low. */
const downTo = (sum: number): number => Math.floor(sum * (1 + 1e-12) + 1e-3);
