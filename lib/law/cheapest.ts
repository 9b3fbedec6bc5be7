import type { Capacity } from './capacity.ts';
import type { Kind } from './item-kinds.ts';
import type { Scales } from './scales.ts';
import { bestSplit, type Split } from './split.ts';
import type { Tally } from './tally.ts';

export type Chosen = { readonly split: Split; readonly rooms: readonly number[] };

/** Tries each choice of the parts of one-of rules, that which leaves most duty a chance first: it spares the search of most others. */
export function cheapest(
  kinds: readonly Kind[],
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
  scales: Scales,
): Chosen {
  const order = orderOf(tallies);
  let best: Chosen | undefined;
  for (const rooms of roomsByChoice(kinds, tallies, capacities)) {
    const split = splitBy(order, kinds, rooms, scales, best?.split.saved);
    if (split !== undefined && split.saved > (best?.split.saved ?? -1)) best = { split, rooms };
  }
  return best ?? { split: { free: [], saved: 0, proven: true, gap: 0 }, rooms: [] };
}

function roomsByChoice(
  kinds: readonly Kind[],
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
): readonly (readonly number[])[] {
  const options = choices(
    tallies.map((tally) => capacities.filter((each) => each.tally === tally && each.part !== undefined)),
  ).map((chosen) => capacities.map((capacity) => (capacity.part === undefined || chosen.includes(capacity) ? capacity.room : 0)));
  if (options.length === 1) return options;
  return options
    .map((rooms) => ({ rooms, most: dutyWithin(kinds, rooms) }))
    .sort((a, b) => b.most - a.most)
    .map(({ rooms }) => rooms);
}

/** What the items owe that could be free, each by itself. */
const dutyWithin = (kinds: readonly Kind[], rooms: readonly number[]): number =>
  kinds.reduce(
    (sum, { count, duty, uses }) => sum + (uses.every((use, index) => use <= (rooms[index] as number)) ? count * duty : 0),
    0,
  );

type Order = 'least-duty' | 'highest-taxed-first' | 'as-listed';

function orderOf(tallies: readonly Tally[]): Order {
  const { over } = tallies[0]?.law.rule ?? {};
  return over?.kind === 'tax-item-whole' ? (over.order ?? 'least-duty') : 'least-duty';
}

/** Where the law says which items come first there is nothing to search: each is taken that still fits. */
function splitBy(order: Order, kinds: readonly Kind[], rooms: readonly number[], scales: Scales, toBeat = -1): Split | undefined {
  if (order === 'least-duty') return bestSplit(kinds, rooms, toBeat);
  const left = [...rooms];
  const free = kinds.map(() => 0);
  const places = kinds.map((_, index) => index);
  if (order === 'highest-taxed-first') {
    const values = kinds.map(({ units: [first] }) =>
      Math.max(1, first ? (scales.valueIn(first.unit, first.table.currency) ?? 0) : 0),
    );
    const valueAt = (place: number) => values[place] as number;
    const dutyAt = (place: number) => (kinds[place] as Kind).duty;
    // The higher rate first, and of one rate the dearer item: duty over value, without a fraction.
    places.sort((a, b) => dutyAt(b) * valueAt(a) - dutyAt(a) * valueAt(b) || dutyAt(b) - dutyAt(a) || a - b);
  }
  for (const place of places) {
    const { count, uses } = kinds[place] as Kind;
    const fits = uses.reduce(
      (most, use, index) => (use > 0 ? Math.min(most, Math.floor((left[index] ?? 0) / use)) : most),
      count,
    );
    free[place] = Math.max(0, fits);
    for (const [index, use] of uses.entries()) left[index] = (left[index] ?? 0) - use * Math.max(0, fits);
  }
  return { free, saved: kinds.reduce((sum, { duty }, index) => sum + duty * (free[index] ?? 0), 0), proven: true, gap: 0 };
}

const choices = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>(
    (made, list) => (list.length === 0 ? made : made.flatMap((each) => list.map((one) => [...each, one]))),
    [[]],
  );
