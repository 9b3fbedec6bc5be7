import type { Wide } from './columns.ts';
import { Core } from './core.ts';
import { inOrder } from './in-order.ts';
import { commonDivisor, downTo } from './item.ts';
import { levelFill } from './level-fill.ts';
import type { BookOfSums, Piece } from './sums.ts';

export type Filled = { readonly saved: number; readonly counts: readonly number[]; readonly proven: boolean };

/**
 * The most duty that these items can save in one room, if it is more than `toBeat`. Filling the room in order comes close; then
 * pieces are tried on the other side, those that lose the least by it first, until no other could make up for what it loses.
 */
export function fill(wide: Wide, room: number, toBeat: number, book: BookOfSums): Filled {
  const inOrder = fillInOrder(wide, room);
  const { at, saved, left, counts } = inOrder;
  const price = at < counts.length ? (wide.duty[at] as number) / (wide.use[at] as number) : 0;
  const most = downTo(saved + left * price);
  const start = Math.max(toBeat, saved);
  if (most <= start) return { saved: start, counts, proven: true };
  const { level, others, bound } = piecesToTry(wide, inOrder, price, most, start);
  const flat = book.takesLevel() ? levelFill(inPlace(level, at), counts, saved, left) : undefined;
  // Of the level pieces nothing better can be made: only another piece could still make up for what it loses.
  const best = flat !== undefined && flat.saved > start ? { ...flat, proven: true } : undefined;
  const slack = bound - Math.max(start, best?.saved ?? 0);
  if (flat !== undefined && !others.some(({ loss }) => loss < slack)) return best ?? { saved: start, counts, proven: true };
  const core = new Core(book, inOrder, Math.max(start, best?.saved ?? 0));
  const proven = tryPieces(core, inPlace([...level, ...others], at), { room, price, bound });
  return best !== undefined && core.saved === best.saved
    ? { ...best, proven }
    : { saved: core.saved, counts: core.countsFrom(counts), proven };
}

/** @returns false if there were too many sums to prove it. */
function tryPieces(
  core: Core,
  pieces: readonly Piece[],
  { room, price, bound }: { room: number; price: number; bound: number },
): boolean {
  for (const piece of pieces) {
    const slack = bound - core.saved;
    if (slack <= 0 || piece.loss >= slack) return true;
    if (!core.add(piece, { room, price, slack })) return false;
  }
  return true;
}

/** What loses least first, then what is nearest to where the room was full. */
const inPlace = (pieces: Piece[], at: number): Piece[] =>
  inOrder(pieces, (a, b) => a.loss - b.loss || Math.abs(a.index - at) - Math.abs(b.index - at));

/** Saves as much for its room as the item at which the room was full. */
function isLevel({ duty, use }: Wide, one: number, other: number): boolean {
  const here = (duty[one] as number) * (use[other] as number);
  return here === (duty[other] as number) * (use[one] as number) && Number.isSafeInteger(here);
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

type Trial = { readonly level: Piece[]; readonly others: Piece[]; readonly bound: number };

/**
 * The pieces that could make up for what they lose, those apart that lose nothing: they are level with the item at which the room
 * was full. All others stay where they are, so that room which no sum of these can reach lowers the bound, and that may rule out more
 * of them.
 */
function piecesToTry(wide: Wide, inOrder: InOrder, price: number, most: number, saved: number): Trial {
  let trial: Trial = { level: [], others: [], bound: most };
  while (trial.bound > saved) {
    const pieces = piecesOf(wide, inOrder, price, trial.bound - saved);
    let step = 0;
    let reach = inOrder.left;
    for (const list of [pieces.level, pieces.others])
      for (const { use, isTaken, times } of list) {
        step = commonDivisor(use / times, step);
        if (isTaken) reach += use;
      }
    const lower = step === 0 ? saved : downTo(inOrder.saved + (inOrder.left - (reach % step)) * price);
    const isLower = lower < trial.bound;
    trial = { ...pieces, bound: Math.min(lower, trial.bound) };
    if (!isLower) break;
  }
  return trial;
}

function piecesOf(wide: Wide, { counts, at }: InOrder, price: number, slack: number): Pick<Trial, 'level' | 'others'> {
  const level: Piece[] = [];
  const others: Piece[] = [];
  for (let index = 0; index < counts.length; index++) {
    const duty = wide.duty[index] as number;
    const use = wide.use[index] as number;
    const item = { index, duty, use, loss: Math.abs(duty - price * use) };
    if (item.loss >= slack) continue;
    const pieces = isLevel(wide, index, at) ? level : others;
    const taken = counts[index] as number;
    addCopies(pieces, item, taken, true);
    addCopies(pieces, item, (wide.count[index] as number) - taken, false);
  }
  return { level, others };
}

/** In ones, twos, fours, since any number of copies is a sum of those. */
function addCopies(
  pieces: Piece[],
  { index, duty, use, loss }: Pick<Piece, 'index' | 'duty' | 'use' | 'loss'>,
  copies: number,
  isTaken: boolean,
): void {
  let rest = copies;
  for (let times = 1; rest > 0; times *= 2) {
    const some = Math.min(times, rest);
    pieces.push({ index, times: some, duty: duty * some, use: use * some, isTaken, loss: loss * some });
    rest -= some;
  }
}
