import { byDensity, commonDivisor, fittingInto, type Item, leftIn } from './item.ts';
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
  const scarce = scarceAmong(items, capacities);
  const rooms = scarce.map((index) => roomInSteps(items, index, capacities[index] as number));
  const { searched, unbound } = sorted(items, scarce, rooms);
  const found = search(searched, rooms, toBeat - unbound);
  if (found === undefined) return undefined;
  const { best, saved, proven, bound } = found;
  const free = items.map(() => 0);
  for (let place = 0; place < searched.length; place++) free[(searched[place] as Searched).index] = best[place] ?? 0;
  topUp(items, capacities, free);
  return { free, saved: savedBy(items, free), proven, gap: proven ? 0 : bound - saved };
}

/** The capacities that do not hold all items, the widest first: what most items use. */
function scarceAmong(items: readonly Item[], capacities: readonly number[]): readonly number[] {
  const scarce: { readonly index: number; readonly users: number }[] = [];
  for (let index = 0; index < capacities.length; index++) {
    let total = 0;
    let users = 0;
    for (const { count, uses } of items) {
      const use = uses[index] as number;
      total += count * use;
      if (use > 0) users += 1;
    }
    if (total > (capacities[index] as number)) scarce.push({ index, users });
  }
  return scarce.sort((a, b) => b.users - a.users || a.index - b.index).map(({ index }) => index);
}

/** Prices in whole yuan never fill the last fen: room that no sum of uses can reach is no room, and a bound that knows it is tighter. */
function roomInSteps(items: readonly Item[], capacity: number, room: number): number {
  let step = 0;
  for (const { uses } of items) step = commonDivisor(step, uses[capacity] as number);
  return step === 0 ? room : room - (room % step);
}

type Searched = Item & { readonly index: number };

/** The items that owe something and fit into what is scarce, the densest first, and what those save that use none of it. */
function sorted(
  items: readonly Item[],
  scarce: readonly number[],
  rooms: readonly number[],
): { readonly searched: readonly Searched[]; readonly unbound: number } {
  const searched: Searched[] = [];
  let unbound = 0;
  for (let index = 0; index < items.length; index++) {
    const { count, duty, uses: all } = items[index] as Item;
    const uses = scarce.map((capacity) => all[capacity] as number);
    let isFree = true;
    let isTooMuch = false;
    for (let nth = 0; nth < uses.length; nth++) {
      const use = uses[nth] as number;
      if (use > 0) isFree = false;
      if (use > (rooms[nth] as number)) isTooMuch = true;
    }
    if (isFree) unbound += count * duty;
    else if (duty > 0 && !isTooMuch) searched.push({ index, count, duty, uses });
  }
  searched.sort((a, b) => byDensity(a, b, 0) || a.index - b.index);
  return { searched, unbound };
}

function savedBy(items: readonly Item[], free: readonly number[]): number {
  let saved = 0;
  for (let index = 0; index < items.length; index++) saved += (items[index] as Item).duty * (free[index] as number);
  return saved;
}

function topUp(items: readonly Item[], capacities: readonly number[], free: number[]): void {
  const left = leftIn(capacities, items, free);
  for (let index = 0; index < items.length; index++) {
    const { count, uses } = items[index] as Item;
    const open = count - (free[index] as number);
    const more = open === 0 ? 0 : fittingInto(uses, open, left);
    if (more === 0) continue;
    free[index] = (free[index] as number) + more;
    for (let nth = 0; nth < left.length; nth++) left[nth] = (left[nth] as number) - more * (uses[nth] as number);
  }
}
