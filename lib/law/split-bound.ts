import { byDensity, downTo, type Item } from './item.ts';

/**
 * The most that could still be saved, if items could be cut, once so many of the narrow ones, which are given by their places,
 * are decided. Each narrow capacity first says how much duty its own goods can save at all; the widest capacity is then filled by
 * density under those ceilings.
 */
export function boundOver(
  items: readonly Item[],
  narrowPlaces: readonly number[],
  left: readonly number[],
): (decided: number) => number {
  const turns = items.map(() => Number.POSITIVE_INFINITY);
  for (const [turn, place] of narrowPlaces.entries()) turns[place] = turn;
  const narrowOf = items.map(({ uses }) => uses.findIndex((use, index) => index > 0 && use > 0));
  const narrow = left.map((_, capacity) =>
    items
      .flatMap((_, position) => (narrowOf[position] === capacity ? [position] : []))
      .sort((a, b) => byDensity(items[a] as Item, items[b] as Item, capacity) || a - b),
  );
  const ceiling = left.map(() => 0);
  const openIn = (capacity: number, decided: number): number => {
    let room = left[capacity] as number;
    let sum = 0;
    for (const place of narrow[capacity] as readonly number[]) {
      if ((turns[place] as number) < decided) continue;
      const { count, duty, uses } = items[place] as Item;
      const use = uses[capacity] as number;
      if (use * count > room) return sum + (room / use) * duty;
      sum += duty * count;
      room -= use * count;
    }
    return sum;
  };
  return (decided) => {
    for (let capacity = 1; capacity < left.length; capacity++) ceiling[capacity] = openIn(capacity, decided);
    let room = left[0] ?? 0;
    let sum = 0;
    for (let place = 0; place < items.length; place++) {
      if ((turns[place] as number) < decided) continue;
      const { count, duty, uses } = items[place] as Item;
      const group = narrowOf[place] as number;
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
