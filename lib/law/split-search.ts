import { fill, type Wide, wideOf } from './fill.ts';
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
  const narrow: number[] = [];
  const wide: number[] = [];
  for (let place = 0; place < items.length; place++) (isNarrow(items[place] as Item) ? narrow : wide).push(place);
  const left = [...rooms];
  const boundFrom = boundOver(items, narrow, left);
  const bound = boundFrom(0);
  if (bound <= toBeat) return undefined;
  const taken = items.map(() => 0);
  const found: Found = { best: taken, saved: -1, proven: true, bound };
  const columns: Wide = wideOf(items, wide);
  let nodes = 0;
  book.empty();

  const visit = (position: number, saved: number): void => {
    const place = narrow[position];
    if (place === undefined) fillWith(saved);
    else tryEach(place, position, saved);
  };

  const tryEach = (place: number, position: number, saved: number): void => {
    const { count: copies, duty, uses } = items[place] as Item;
    for (let count = fittingInto(uses, copies, left); count >= 0; count--) {
      if (found.saved === found.bound) return;
      if (found.saved >= 0 && ++nodes > MOST_NODES) found.proven = false;
      if (!found.proven) return;
      take(uses, count);
      taken[place] = count;
      const here = saved + duty * count;
      if (found.saved < 0 || here + boundFrom(position + 1) > found.saved) visit(position + 1, here);
      taken[place] = 0;
      take(uses, -count);
    }
  };

  const take = (uses: readonly number[], count: number): void => {
    for (let index = 0; index < left.length; index++) left[index] = (left[index] as number) - count * (uses[index] as number);
  };

  const fillWith = (saved: number): void => {
    const filled = fill(columns, left[0] ?? 0, found.saved - saved, book);
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

function isNarrow({ uses }: Item): boolean {
  for (let index = 1; index < uses.length; index++) if ((uses[index] as number) > 0) return true;
  return false;
}
