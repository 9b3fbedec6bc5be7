import { type Columns, needOf, partedByWidth, wideOf } from './columns.ts';
import { fill } from './fill.ts';
import { boundOver } from './split-bound.ts';
import { BookOfSums } from './sums.ts';

export type Found = { best: readonly number[]; saved: number; proven: boolean; bound: number };

/** A number of steps, never a time: every machine finds the same split. */
const MOST_NODES = 20_000;

const book = new BookOfSums();

/**
 * The best split of items, the densest first, over the rooms, the widest first. Branch and bound over the items that use a
 * narrow room; those of the widest alone fill what each branch leaves of it. @returns undefined where none can save more than `toBeat`.
 */
export function search(items: Columns, rooms: readonly number[], toBeat: number): Found | undefined {
  const { narrow, wide } = partedByWidth(items);
  const left = [...rooms];
  const boundFrom = boundOver(items, narrow, left);
  const bound = boundFrom(0);
  if (bound <= toBeat) return undefined;
  const taken = items.count.map(() => 0);
  const found: Found = { best: taken, saved: -1, proven: true, bound };
  const alone = wideOf(items, wide);
  let nodes = 0;
  book.empty();

  const visit = (position: number, saved: number): void => {
    const place = narrow[position];
    if (place === undefined) fillWith(saved);
    else tryEach(place, position, saved);
  };

  const tryEach = (place: number, position: number, saved: number): void => {
    const duty = items.duty[place] as number;
    for (let count = fitting(place); count >= 0; count--) {
      if (found.saved === found.bound) return;
      if (found.saved >= 0 && ++nodes > MOST_NODES) found.proven = false;
      if (!found.proven) return;
      take(place, count);
      taken[place] = count;
      const here = saved + duty * count;
      if (found.saved < 0 || here + boundFrom(position + 1) > found.saved) visit(position + 1, here);
      taken[place] = 0;
      take(place, -count);
    }
  };

  const fitting = (place: number): number => {
    let most = items.count[place] as number;
    for (let room = 0; room < left.length; room++) {
      const use = needOf(items, room, place);
      if (use * most > (left[room] as number)) most = Math.floor((left[room] as number) / use);
    }
    return Math.max(0, most);
  };

  const take = (place: number, count: number): void => {
    for (let room = 0; room < left.length; room++) left[room] = (left[room] as number) - count * needOf(items, room, place);
  };

  const fillWith = (saved: number): void => {
    const filled = fill(alone, left[0] ?? 0, found.saved - saved, book);
    found.proven &&= filled.proven;
    if (saved + filled.saved <= found.saved) return;
    found.saved = saved + filled.saved;
    const best = [...taken];
    for (let nth = 0; nth < wide.length; nth++) best[wide[nth] as number] = filled.counts[nth] as number;
    found.best = best;
  };

  visit(0, 0);
  return found;
}
