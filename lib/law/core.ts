import { type BookOfSums, type Keeping, NOTHING, type Piece, type Sums } from './sums.ts';

type Best = { readonly size: number; readonly one: Sums; readonly atOne: number; readonly other: Sums; readonly atOther: number };

/**
 * The pieces that a search tries on both sides, in two lists of sums, while all others stay where they are. Each sum of one list
 * meets the best of the other that fits beside it.
 */
export class Core {
  /** The most duty saved so far. */
  saved: number;
  private readonly book: BookOfSums;
  private readonly pieces: Piece[] = [];
  private one = NOTHING;
  private other = NOTHING;
  /** What is left for the pieces of the core, and saved by what is taken outside of it. */
  private left: number;
  private outside: number;
  private best: Best | undefined;

  constructor(book: BookOfSums, { saved, left }: { readonly saved: number; readonly left: number }, toBeat: number) {
    this.book = book;
    this.saved = toBeat;
    this.left = left;
    this.outside = saved;
    this.meet();
  }

  /** @returns false if the book is full. */
  add(piece: Piece, keeping: Keeping): boolean {
    const isOneShorter = this.one.end - this.one.first <= this.other.end - this.other.first;
    const shorter = isOneShorter ? this.one : this.other;
    if (!this.book.takes(shorter)) return false;
    if (isOneShorter) this.one = this.book.plus(shorter, piece, keeping);
    else this.other = this.book.plus(shorter, piece, keeping);
    this.pieces.push(piece);
    if (piece.isTaken) {
      this.left += piece.use;
      this.outside -= piece.duty;
    }
    this.meet();
    return true;
  }

  /** How many of each item the best split takes, from what was taken before the search. */
  countsFrom(before: readonly number[]): readonly number[] {
    const counts = [...before];
    if (this.best === undefined) return counts;
    const { size, one, atOne, other, atOther } = this.best;
    for (const { index, times, isTaken } of this.pieces.slice(0, size))
      if (isTaken) counts[index] = (counts[index] as number) - times;
    this.book.takeInto(counts, one, atOne);
    this.book.takeInto(counts, other, atOther);
    return counts;
  }

  private meet(): void {
    const { one, other, left, outside } = this;
    const { use, duty } = this.book;
    let { saved } = this;
    let atOther = other.end - 1;
    for (let atOne = one.first; atOne < one.end; atOne++) {
      const room = left - (use[atOne] as number);
      while (atOther >= other.first && (use[atOther] as number) > room) atOther -= 1;
      if (atOther < other.first) break;
      const found = outside + (duty[atOne] as number) + (duty[atOther] as number);
      if (found <= saved) continue;
      saved = found;
      this.best = { size: this.pieces.length, one, atOne, other, atOther };
    }
    this.saved = saved;
  }
}
