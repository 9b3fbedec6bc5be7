import { type Frontier, frontierOf } from './frontier.ts';
import { fittingInto, type Item } from './item.ts';
import { boundOver } from './split-bound.ts';

export type Found = { best: readonly number[]; saved: number; proven: boolean; bound: number };

/** A number of steps, never a time: every machine finds the same split. */
export const SPLIT_NODES = 20_000;

/** So many sums of the last items are written down at once. */
const MOST_SUMS = 512;

/** Most searches have ended by then, and need no sums. */
const NODES_WITHOUT = 250;

/**
 * Branch and bound over the items, dearest first. Of the last ones every sum is known beforehand: what fits best into the room
 * that is left is looked up.
 */
export function search(items: readonly Item[], rooms: readonly number[]): Found {
  const left = [...rooms];
  const taken = items.map(() => 0);
  const boundFrom = boundOver(items, left);
  const found: Found = { best: [...taken], saved: -1, proven: true, bound: boundFrom(0) };
  const tail = tailOf(items);
  let sums: Frontier | undefined;
  let nodes = 0;

  const visit = (position: number, saved: number): void => {
    const item = items[position];
    if (item === undefined) keep(saved, () => [...taken]);
    else tryEach(item, position, saved);
  };

  const tryEach = (item: Item, position: number, saved: number): void => {
    for (let count = fittingInto(item, left); count >= 0; count--) {
      if (found.saved === found.bound) return;
      if (found.saved >= 0 && ++nodes > SPLIT_NODES) found.proven = false;
      if (!found.proven) return;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) - count * (item.uses[index] as number);
      taken[position] = count;
      const here = saved + item.duty * count;
      if (found.saved < 0 || here + boundFrom(position + 1) > found.saved) {
        if (position + 1 === tail && nodes > NODES_WITHOUT) lookUp(here);
        else visit(position + 1, here);
      }
      taken[position] = 0;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) + count * (item.uses[index] as number);
    }
  };

  /** What the last items add at best. */
  const lookUp = (saved: number): void => {
    sums ??= frontierOf(items.slice(tail), rooms[0] ?? 0);
    const { duty, fitting, countsAt } = sums;
    const entry = fitting(left[0] ?? 0);
    keep(saved + (duty[entry] as number), () => [...taken.slice(0, tail), ...countsAt(entry)]);
  };

  const keep = (saved: number, counts: () => readonly number[]): void => {
    if (saved <= found.saved) return;
    found.saved = saved;
    found.best = counts();
  };

  visit(0, 0);
  return found;
}

/** The last items that use the widest capacity only, as many as have few enough sums. */
function tailOf(items: readonly Item[]): number {
  let from = items.length;
  for (let sums = 1; from > 0; from--) {
    const { count, uses } = items[from - 1] as Item;
    sums *= count + 1;
    if (sums > MOST_SUMS || uses.some((use, index) => index > 0 && use > 0)) break;
  }
  return from;
}
