/** Equal items that are not divided: taken into the allowance or taxed one by one. */
export type Item = {
  readonly count: number;
  /** Duty of one item if it is taxed. */
  readonly duty: number;
  /** What one item takes of each capacity, by the capacity's index. */
  readonly uses: readonly number[];
};

export type Split = {
  /** How many of each item are free, by the item's index. */
  readonly free: readonly number[];
  readonly saved: number;
  readonly proven: boolean;
  /** At most this much more duty could be saved; 0 when proven. */
  readonly gap: number;
};

/** A number of steps, never a time: every machine finds the same split. */
export const SPLIT_NODES = 20_000;

/**
 * The split that saves the most duty without passing a capacity: branch and bound over the items, dearest first; after
 * SPLIT_NODES nodes the best so far. What costs no duty but fits is taken in at the end.
 */
export function bestSplit(items: readonly Item[], capacities: readonly number[]): Split {
  const free = items.map(() => 0);
  const scarce = capacities
    .flatMap((room, index) => (totalUse(items, index) > room ? [index] : []))
    .sort((a, b) => usersOf(items, b) - usersOf(items, a) || a - b);
  const rooms = scarce.map((index) => roomInSteps(items, index, capacities[index] ?? 0));
  const searched = items
    .map(({ count, duty, uses }, index) => ({ index, count, duty, uses: scarce.map((capacity) => uses[capacity] ?? 0) }))
    .filter(({ duty, uses }) => duty > 0 && uses.some((use) => use > 0) && uses.every((use, index) => use <= (rooms[index] ?? 0)))
    .sort((a, b) => byDensity(a, b, 0) || a.index - b.index);
  const { best, saved, proven, bound } = search(searched, rooms);
  for (const [position, { index }] of searched.entries()) free[index] = best[position] ?? 0;
  topUp(items, capacities, free);
  return { free, saved: savedBy(items, free), proven, gap: proven ? 0 : bound - saved };
}

type Found = { best: number[]; saved: number; proven: boolean; bound: number };

function search(items: readonly Item[], rooms: readonly number[]): Found {
  const left = [...rooms];
  const taken = items.map(() => 0);
  const boundFrom = boundOver(items, left);
  const found: Found = { best: [...taken], saved: -1, proven: true, bound: boundFrom(0) };
  let nodes = 0;
  const visit = (position: number, saved: number): void => {
    const item = items[position];
    if (!item) {
      if (saved <= found.saved) return;
      found.saved = saved;
      found.best = [...taken];
      return;
    }
    for (let count = fittingInto(item, left); count >= 0; count--) {
      if (found.saved === found.bound) return;
      if (found.saved >= 0 && ++nodes > SPLIT_NODES) found.proven = false;
      if (!found.proven) return;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) - count * (item.uses[index] as number);
      taken[position] = count;
      const savedHere = saved + item.duty * count;
      if (found.saved < 0 || savedHere + boundFrom(position + 1) > found.saved) visit(position + 1, savedHere);
      taken[position] = 0;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) + count * (item.uses[index] as number);
    }
  };
  visit(0, 0);
  return found;
}

/**
 * The most that the items from a position on could still save if items could be cut. Each narrow capacity first says how much
 * duty its own goods can save at all; the widest capacity is then filled by density under those ceilings.
 */
function boundOver(items: readonly Item[], left: readonly number[]): (position: number) => number {
  const narrowOf = items.map(({ uses }) => uses.findIndex((use, index) => index > 0 && use > 0));
  const narrow = left.map((_, capacity) =>
    items
      .flatMap((_, position) => (narrowOf[position] === capacity ? [position] : []))
      .sort((a, b) => byDensity(items[a] as Item, items[b] as Item, capacity) || a - b),
  );
  const ceiling = left.map(() => 0);
  return (position) => {
    for (let capacity = 1; capacity < left.length; capacity++) {
      ceiling[capacity] = cutSum(items, narrow[capacity] as readonly number[], position, capacity, left[capacity] as number);
    }
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

function fittingInto({ count, uses }: Item, left: readonly number[]): number {
  let most = count;
  for (let index = 0; index < uses.length; index++) {
    const use = uses[index] as number;
    if (use > 0) most = Math.min(most, Math.floor((left[index] as number) / use));
  }
  return Math.max(0, most);
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

/** Most duty for the capacity first; what does not use it before all else; of equals the larger. Cross-multiplied: no fractions. */
function byDensity(one: Item, other: Item, capacity: number): number {
  const oneUse = one.uses[capacity] ?? 0;
  const otherUse = other.uses[capacity] ?? 0;
  if (oneUse === 0 || otherUse === 0) return oneUse - otherUse || other.duty - one.duty;
  const left = other.duty * oneUse;
  const right = one.duty * otherUse;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right || otherUse - oneUse;
  const difference = BigInt(other.duty) * BigInt(oneUse) - BigInt(one.duty) * BigInt(otherUse);
  return difference === 0n ? otherUse - oneUse : difference > 0n ? 1 : -1;
}

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
