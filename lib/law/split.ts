import type { Columns } from './columns.ts';
import { downTo, fittingInto, type Item, leftIn } from './item.ts';
import type { Load } from './load.ts';
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
export function bestSplit(load: Load, capacities: readonly number[]): Split;
export function bestSplit(load: Load, capacities: readonly number[], toBeat: number): Split | undefined;
export function bestSplit(load: Load, capacities: readonly number[], toBeat = -1): Split | undefined {
  const { items } = load;
  const scarce = load.scarceIn(capacities);
  if (scarce.length === 0) return allFree(items, toBeat);
  if (toBeat >= 0 && mostSaved(load, scarce[0] as number, capacities) <= toBeat) return undefined;
  const { searched, unbound } = searchedOf(load, scarce, capacities);
  const rooms = scarce.map((index) => load.inSteps(index, capacities[index] as number));
  const found = search(searched, rooms, toBeat - unbound);
  if (found === undefined) return undefined;
  const { best, saved, proven, bound } = found;
  const free = items.map(() => 0);
  const { index } = searched;
  for (let place = 0; place < index.length; place++) free[index[place] as number] = best[place] as number;
  topUp(items, capacities, free);
  return { free, saved: savedBy(items, free), proven, gap: proven ? 0 : bound - saved };
}

function allFree(items: readonly Item[], toBeat: number): Split | undefined {
  const free = items.map(({ count }) => count);
  const saved = savedBy(items, free);
  return saved > toBeat ? { free, saved, proven: true, gap: 0 } : undefined;
}

/** What could be saved if items could be cut, and the widest capacity were the only one that is shared. */
function mostSaved(load: Load, widest: number, capacities: readonly number[]): number {
  let room = load.inSteps(widest, capacities[widest] as number);
  let sum = 0;
  for (const place of load.densestFirst(widest)) {
    const { count, duty, uses } = load.items[place] as Item;
    const use = uses[widest] as number;
    if (!fits(uses, capacities)) continue;
    if (count * use > room) return downTo(sum + (room / use) * duty);
    sum += count * duty;
    room -= count * use;
  }
  return downTo(sum);
}

const fits = (uses: Item['uses'], capacities: readonly number[]): boolean => fittingInto(uses, 1, capacities) === 1;

type Searched = Columns & { readonly index: readonly number[] };

/** The items that owe something and fit into what is scarce, the densest first, and what those save that use none of it. */
function searchedOf(
  load: Load,
  scarce: readonly number[],
  capacities: readonly number[],
): { readonly searched: Searched; readonly unbound: number } {
  const { items } = load;
  const index: number[] = [];
  let unbound = 0;
  for (const place of load.densestFirst(scarce[0] as number)) {
    const { count, duty, uses } = items[place] as Item;
    if (!fits(uses, capacities)) continue;
    if (needsAny(uses, scarce)) index.push(place);
    else unbound += count * duty;
  }
  const count = index.map((place) => (items[place] as Item).count);
  const duty = index.map((place) => (items[place] as Item).duty);
  const uses = scarce.map((room) => index.map((place) => (items[place] as Item).uses[room] as number));
  return { searched: { index, count, duty, uses }, unbound };
}

function needsAny(uses: Item['uses'], scarce: readonly number[]): boolean {
  for (let nth = 0; nth < scarce.length; nth++) if ((uses[scarce[nth] as number] as number) > 0) return true;
  return false;
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
