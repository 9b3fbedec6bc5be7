import { Core } from './core.ts';
import { downTo, type Item } from './item.ts';
import type { BookOfSums, Piece } from './sums.ts';

export type Filled = { readonly saved: number; readonly counts: readonly number[]; readonly proven: boolean };

/**
 * The most duty that these items, densest first, can save in one room, if it is more than `toBeat`. Filling the room in order
 * comes close; then pieces are tried on the other side, those that lose the least by it first, until no other could make up
 * for what it loses.
 */
export function fill(items: readonly Item[], room: number, toBeat: number, book: BookOfSums): Filled {
  const inOrder = fillInOrder(items, room);
  const last = items[inOrder.at];
  const price = last === undefined ? 0 : last.duty / (last.uses[0] as number);
  const bound = inOrder.saved + inOrder.left * price;
  const core = new Core(book, inOrder, toBeat);
  let proven = true;
  for (const piece of piecesOf(items, inOrder, price)) {
    const slack = downTo(bound) - core.saved;
    if (slack <= 0 || piece.loss >= slack) break;
    proven = core.add(piece, { room, price, slack });
    if (!proven) break;
  }
  return { saved: core.saved, counts: core.countsFrom(inOrder.counts), proven };
}

type InOrder = {
  readonly counts: readonly number[];
  readonly saved: number;
  readonly left: number;
  /** The first item that is not taken whole. */
  readonly at: number;
};

function fillInOrder(items: readonly Item[], room: number): InOrder {
  const counts = items.map(() => 0);
  let saved = 0;
  let left = room;
  for (const [at, { count, duty, uses }] of items.entries()) {
    const use = uses[0] as number;
    const taken = Math.min(count, Math.floor(left / use));
    counts[at] = taken;
    saved += taken * duty;
    left -= taken * use;
    if (taken < count) return { counts, saved, left, at };
  }
  return { counts, saved, left, at: items.length };
}

/** Copies in ones, twos, fours, since any number of them is a sum of those; what loses least first, then what is nearest. */
function piecesOf(items: readonly Item[], { counts, at }: InOrder, price: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, { count, duty, uses }] of items.entries()) {
    const use = uses[0] as number;
    const taken = counts[index] as number;
    const add = (times: number, isTaken: boolean) =>
      pieces.push({ index, times, duty: duty * times, use: use * times, isTaken, loss: Math.abs(duty - price * use) * times });
    for (const [copies, isTaken] of [
      [taken, true],
      [count - taken, false],
    ] as const)
      for (let times = 1, rest = copies; rest > 0; rest -= times, times *= 2) add(Math.min(times, rest), isTaken);
  }
  return pieces.sort((a, b) => a.loss - b.loss || Math.abs(a.index - at) - Math.abs(b.index - at));
}
