import { fill } from './fill.ts';
import { fittingInto, type Item } from './item.ts';
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
export function search(items: readonly Item[], rooms: readonly number[], toBeat: number): Found | undefined {
  const left = [...rooms];
  const taken = items.map(() => 0);
  const places = items.map((_, place) => place);
  const narrow = places.filter((place) => isNarrow(items[place] as Item));
  const wide = places.filter((place) => !isNarrow(items[place] as Item));
  const wideItems = wide.map((place) => items[place] as Item);
  const boundFrom = boundOver(items, narrow, left);
  const found: Found = { best: taken, saved: -1, proven: true, bound: boundFrom(0) };
  if (found.bound <= toBeat) return undefined;
  let nodes = 0;
  book.empty();

  const visit = (position: number, saved: number): void => {
    const place = narrow[position];
    if (place === undefined) fillWith(saved);
    else tryEach(place, position, saved);
  };

  const tryEach = (place: number, position: number, saved: number): void => {
    const item = items[place] as Item;
    for (let count = fittingInto(item, left); count >= 0; count--) {
      if (found.saved === found.bound) return;
      if (found.saved >= 0 && ++nodes > MOST_NODES) found.proven = false;
      if (!found.proven) return;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) - count * (item.uses[index] as number);
      taken[place] = count;
      const here = saved + item.duty * count;
      if (found.saved < 0 || here + boundFrom(position + 1) > found.saved) visit(position + 1, here);
      taken[place] = 0;
      for (let index = 0; index < left.length; index++)
        left[index] = (left[index] as number) + count * (item.uses[index] as number);
    }
  };

  const fillWith = (saved: number): void => {
    const filled = fill(wideItems, left[0] ?? 0, found.saved - saved, book);
    found.proven &&= filled.proven;
    if (saved + filled.saved <= found.saved) return;
    found.saved = saved + filled.saved;
    found.best = [...taken];
    for (const [nth, place] of wide.entries()) (found.best as number[])[place] = filled.counts[nth] as number;
  };

  visit(0, 0);
  return found;
}

const isNarrow = ({ uses }: Item): boolean => uses.some((use, index) => index > 0 && use > 0);
