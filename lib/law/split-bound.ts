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
  const groups = items.map(() => 0);
  for (let turn = 0; turn < narrowPlaces.length; turn++) {
    const place = narrowPlaces[turn] as number;
    turns[place] = turn;
    groups[place] = groupOf(items[place] as Item);
  }
  const ceilings = left.map((_, capacity) =>
    ceilingOver(items, byGroup(items, narrowPlaces, groups, capacity), turns, left, capacity),
  );
  const ceiling = left.map(() => 0);
  return (decided) => {
    for (let capacity = 1; capacity < left.length; capacity++)
      ceiling[capacity] = (ceilings[capacity] as (decided: number) => number)(decided);
    let room = left[0] ?? 0;
    let sum = 0;
    for (let place = 0; place < items.length; place++) {
      if ((turns[place] as number) < decided) continue;
      const { count, duty, uses } = items[place] as Item;
      const group = groups[place] as number;
      const most = group > 0 ? Math.min(duty * count, ceiling[group] as number) : duty * count;
      const use = uses[0] as number;
      const need = group > 0 ? (most / duty) * use : count * use;
      if (need > room) return downTo(sum + (room / use) * duty);
      sum += most;
      room -= need;
      if (group > 0) ceiling[group] = (ceiling[group] as number) - most;
    }
    return downTo(sum);
  };
}

/** The first narrow capacity that the item uses. */
const groupOf = ({ uses }: Item): number => uses.findIndex((use, index) => index > 0 && use > 0);

const byGroup = (
  items: readonly Item[],
  places: readonly number[],
  groups: readonly number[],
  capacity: number,
): readonly number[] =>
  places
    .filter((place) => groups[place] === capacity)
    .sort((a, b) => byDensity(items[a] as Item, items[b] as Item, capacity) || a - b);

/** How much the goods of a narrow capacity can save by what is left of it, if they could be cut. */
const ceilingOver =
  (items: readonly Item[], places: readonly number[], turns: readonly number[], left: readonly number[], capacity: number) =>
  (decided: number): number => {
    let room = left[capacity] as number;
    let sum = 0;
    for (const place of places) {
      if ((turns[place] as number) < decided) continue;
      const { count, duty, uses } = items[place] as Item;
      const use = uses[capacity] as number;
      if (use * count > room) return sum + (room / use) * duty;
      sum += duty * count;
      room -= use * count;
    }
    return sum;
  };
