import { inOrder } from './in-order.ts';
import { byDensity, commonDivisor, type Item } from './item.ts';

/** Items that are split, and what is the same of them however much room there is: where a law lets choose, they are split more than once. */
export class Load {
  readonly items: readonly Item[];
  private readonly capacities: readonly Capacity[];

  constructor(items: readonly Item[]) {
    this.items = items;
    this.capacities = (items[0]?.uses ?? []).map((_, index) => capacityOf(items, index));
  }

  /** The capacities that do not hold all items, the widest first: what most items use. */
  scarceIn(rooms: readonly number[]): readonly number[] {
    const scarce: number[] = [];
    for (let index = 0; index < this.capacities.length; index++)
      if ((this.capacities[index] as Capacity).total > (rooms[index] as number)) scarce.push(index);
    const usersOf = (index: number) => (this.capacities[index] as Capacity).users;
    return inOrder(scarce, (a, b) => usersOf(b) - usersOf(a) || a - b);
  }

  /** Prices in whole yuan never fill the last fen: room that no sum of uses can reach is no room, and a bound that knows it is tighter. */
  inSteps(index: number, room: number): number {
    const { step } = this.capacities[index] as Capacity;
    return step === 0 ? room : room - (room % step);
  }

  /** The places of the items that owe something, the densest first. */
  densestFirst(index: number): readonly number[] {
    const capacity = this.capacities[index] as Capacity;
    capacity.order ??= orderBy(this.items, index);
    return capacity.order;
  }
}

type Capacity = {
  /** What all items use of it together, how many of them use it, and what divides every use. */
  readonly total: number;
  readonly users: number;
  readonly step: number;
  order: readonly number[] | undefined;
};

function capacityOf(items: readonly Item[], index: number): Capacity {
  let total = 0;
  let users = 0;
  let step = 0;
  for (let nth = 0; nth < items.length; nth++) {
    const { count, uses } = items[nth] as Item;
    const use = uses[index] as number;
    if (use === 0) continue;
    total += count * use;
    users += 1;
    if (use % step !== 0) step = commonDivisor(step, use);
  }
  return { total, users, step, order: undefined };
}

/** Quotients of doubles are never in the wrong order: only where they are equal, it is asked for exactly. */
function orderBy(items: readonly Item[], index: number): readonly number[] {
  const places: number[] = [];
  const densities: number[] = [];
  for (let place = 0; place < items.length; place++) {
    densities.push(dutyOf(items, place) / needOf(items, place, index));
    if (dutyOf(items, place) > 0) places.push(place);
  }
  return inOrder(
    places,
    (a, b) =>
      (densities[b] as number) - (densities[a] as number) ||
      byDensity(dutyOf(items, a), needOf(items, a, index), dutyOf(items, b), needOf(items, b, index)) ||
      a - b,
  );
}

const dutyOf = (items: readonly Item[], place: number): number => (items[place] as Item).duty;

const needOf = (items: readonly Item[], place: number, index: number): number => (items[place] as Item).uses[index] as number;
