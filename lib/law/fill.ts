import { Core } from './core.ts';
import { commonDivisor, downTo, type Item } from './item.ts';
import type { BookOfSums, Piece } from './sums.ts';

/** Items that use the widest room alone, densest first, in columns. */
export type Wide = { readonly count: readonly number[]; readonly duty: readonly number[]; readonly use: readonly number[] };

export type Filled = { readonly saved: number; readonly counts: readonly number[]; readonly proven: boolean };

export const wideOf = (items: readonly Item[], places: readonly number[]): Wide => ({
  count: places.map((place) => (items[place] as Item).count),
  duty: places.map((place) => (items[place] as Item).duty),
  use: places.map((place) => (items[place] as Item).uses[0] as number),
});

/**
 * The most duty that these items can save in one room, if it is more than `toBeat`. Filling the room in order comes close; then
 * pieces are tried on the other side, those that lose the least by it first, until no other could make up for what it loses.
 */
export function fill(wide: Wide, room: number, toBeat: number, book: BookOfSums): Filled {
  const inOrder = fillInOrder(wide, room);
  const { at, saved, left, counts } = inOrder;
  const price = at < counts.length ? (wide.duty[at] as number) / (wide.use[at] as number) : 0;
  const core = new Core(book, inOrder, toBeat);
  const { pieces, bound } = piecesToTry(wide, inOrder, price, downTo(saved + left * price), core.saved);
  let proven = true;
  for (const piece of pieces) {
    const slack = bound - core.saved;
    if (slack <= 0 || piece.loss >= slack) break;
    proven = core.add(piece, { room, price, slack });
    if (!proven) break;
  }
  return { saved: core.saved, counts: core.countsFrom(counts), proven };
}

type InOrder = {
  readonly counts: readonly number[];
  readonly saved: number;
  readonly left: number;
  /** The first item that is not taken whole. */
  readonly at: number;
};

function fillInOrder({ count, duty, use }: Wide, room: number): InOrder {
  const counts = count.map(() => 0);
  let saved = 0;
  let left = room;
  for (let at = 0; at < counts.length; at++) {
    const all = count[at] as number;
    const each = use[at] as number;
    const taken = each * all <= left ? all : Math.floor(left / each);
    counts[at] = taken;
    saved += taken * (duty[at] as number);
    left -= taken * each;
    if (taken < all) return { counts, saved, left, at };
  }
  return { counts, saved, left, at: counts.length };
}

type Trial = { readonly pieces: readonly Piece[]; readonly bound: number };

/**
 * The pieces that could make up for what they lose; what loses least first, then what is nearest. All others stay where they are, so
 * that room which no sum of these can reach lowers the bound, and that may rule out more of them.
 */
function piecesToTry(wide: Wide, inOrder: InOrder, price: number, most: number, saved: number): Trial {
  let bound = most;
  let pieces: Piece[] = [];
  while (bound > saved) {
    pieces = piecesOf(wide, inOrder.counts, price, bound - saved);
    let step = 0;
    let reach = inOrder.left;
    for (const { use, isTaken, times } of pieces) {
      step = commonDivisor(use / times, step);
      if (isTaken) reach += use;
    }
    const lower = step === 0 ? saved : downTo(inOrder.saved + (inOrder.left - (reach % step)) * price);
    if (lower >= bound) break;
    bound = lower;
  }
  return { pieces: pieces.sort((a, b) => a.loss - b.loss || Math.abs(a.index - inOrder.at) - Math.abs(b.index - inOrder.at)), bound };
}

/** Copies in ones, twos, fours, since any number of them is a sum of those. */
function piecesOf(wide: Wide, counts: readonly number[], price: number, slack: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < counts.length; index++) {
    const duty = wide.duty[index] as number;
    const use = wide.use[index] as number;
    const loss = Math.abs(duty - price * use);
    if (loss >= slack) continue;
    const taken = counts[index] as number;
    const add = (copies: number, isTaken: boolean): void => {
      for (let times = 1, rest = copies; rest > 0; rest -= times, times *= 2) {
        const some = Math.min(times, rest);
        pieces.push({ index, times: some, duty: duty * some, use: use * some, isTaken, loss: loss * some });
      }
    };
    add(taken, true);
    add((wide.count[index] as number) - taken, false);
  }
  return pieces;
}
