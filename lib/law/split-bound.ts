import { type Columns, needOf } from './columns.ts';
import { inOrder } from './in-order.ts';
import { byDensity, downTo } from './item.ts';

/**
 * The most that could still be saved, if items could be cut, once so many of the narrow ones, which are given by their places,
 * are decided. Each narrow capacity first says how much duty its own goods can save at all; the widest capacity is then filled by
 * density under those ceilings.
 */
export function boundOver(items: Columns, narrowPlaces: readonly number[], left: readonly number[]): (decided: number) => number {
  if (narrowPlaces.length === 0) return () => filled(items, left[0] ?? 0);
  const turns = items.count.map(() => Number.POSITIVE_INFINITY);
  const groups = items.count.map(() => 0);
  for (let turn = 0; turn < narrowPlaces.length; turn++) {
    const place = narrowPlaces[turn] as number;
    turns[place] = turn;
    groups[place] = groupOf(items, place);
  }
  const ceilings = left.map((_, room) => ceilingOver(items, byGroup(items, narrowPlaces, groups, room), turns, left, room));
  const ceiling = left.map(() => 0);
  return (decided) => {
    for (let room = 1; room < left.length; room++) ceiling[room] = (ceilings[room] as (decided: number) => number)(decided);
    let open = left[0] ?? 0;
    let sum = 0;
    for (let place = 0; place < turns.length; place++) {
      if ((turns[place] as number) < decided) continue;
      const group = groups[place] as number;
      const duty = items.duty[place] as number;
      const all = duty * (items.count[place] as number);
      const most = group > 0 ? Math.min(all, ceiling[group] as number) : all;
      const use = needOf(items, 0, place);
      const need = group > 0 ? (most / duty) * use : (items.count[place] as number) * use;
      if (need > open) return downTo(sum + (open / use) * duty);
      sum += most;
      open -= need;
      if (group > 0) ceiling[group] = (ceiling[group] as number) - most;
    }
    return downTo(sum);
  };
}

/** Where no item uses a narrow room. */
function filled({ count, duty, uses: [use = []] }: Columns, room: number): number {
  let open = room;
  let sum = 0;
  for (let place = 0; place < count.length; place++) {
    const need = (count[place] as number) * (use[place] as number);
    if (need > open) return downTo(sum + (open / (use[place] as number)) * (duty[place] as number));
    sum += (duty[place] as number) * (count[place] as number);
    open -= need;
  }
  return downTo(sum);
}

/** The first narrow room that the item uses. */
function groupOf(items: Columns, place: number): number {
  let room = 1;
  while (needOf(items, room, place) === 0) room += 1;
  return room;
}

const byGroup = (items: Columns, places: readonly number[], groups: readonly number[], room: number): readonly number[] => {
  const dutyOf = (place: number) => items.duty[place] as number;
  return inOrder(
    places.filter((place) => groups[place] === room),
    (a, b) => byDensity(dutyOf(a), needOf(items, room, a), dutyOf(b), needOf(items, room, b)) || a - b,
  );
};

/** How much the goods of a narrow room can save by what is left of it, if they could be cut. */
const ceilingOver =
  (items: Columns, places: readonly number[], turns: readonly number[], left: readonly number[], room: number) =>
  (decided: number): number => {
    let open = left[room] as number;
    let sum = 0;
    for (const place of places) {
      if ((turns[place] as number) < decided) continue;
      const duty = items.duty[place] as number;
      const all = needOf(items, room, place) * (items.count[place] as number);
      if (all > open) return sum + (open / needOf(items, room, place)) * duty;
      sum += duty * (items.count[place] as number);
      open -= all;
    }
    return sum;
  };
